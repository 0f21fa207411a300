"""Names that a template uses, followed through its loops and set against what a letter has."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from jinja2 import nodes

from desktop_app.documents.letters.template_expressions import entry_of, value_of
from desktop_app.documents.letters.template_findings import FORBIDDEN, Findings, Scope, Value
from desktop_app.documents.letters.template_shapes import ANYTHING, LOOP, Record, Shape


def find_names(tree: nodes.Template, shapes: Mapping[str, Shape], filters: frozenset[str]) -> Findings:
    """Everything that the template names, and what of it a letter does not have."""
    findings = Findings(filters)
    _body(tree.body, {name: Value(shape, name, name) for name, shape in shapes.items()}, findings)
    return findings


def _body(statements: Iterable[nodes.Node], scope: Scope, findings: Findings) -> None:
    scope = dict(scope)
    for node in statements:
        match node:
            case nodes.Output():
                for one in node.nodes:
                    value_of(one, scope, findings)
            case nodes.For():
                _for(node, scope, findings)
            case nodes.If():
                _if(node, scope, findings)
            case nodes.Assign(target=nodes.Name(name=name)):
                scope[name] = replace(value_of(node.node, scope, findings), written=name)
            case nodes.With():
                values = [value_of(one, scope, findings) for one in node.values]
                names = [target.name for target in node.targets if isinstance(target, nodes.Name)]
                _body(node.body, {**scope, **dict(zip(names, values, strict=False))}, findings)
            case _:
                findings.fault(node, _spoken(node), FORBIDDEN)


def _spoken(node: nodes.Node) -> str:
    """“include”, “macro” …: the word in the template."""
    return type(node).__name__.casefold()


def _for(node: nodes.For, scope: Scope, findings: Findings) -> None:
    """The loop's variable stands for an entry; where it stands for several at once, its names are open."""
    many = value_of(node.iter, scope, findings)
    entry = entry_of(many)
    inner = dict(scope)
    if isinstance(node.target, nodes.Name):
        inner[node.target.name] = replace(entry, written=node.target.name)
    else:
        inner |= {one.name: Value(ANYTHING, written=one.name) for one in node.target.find_all(nodes.Name)}
    neighbours = {"previtem": entry.shape, "nextitem": entry.shape}
    inner["loop"] = Value(Record({**LOOP.names, **neighbours}), many.path, "loop")
    if node.test is not None:
        value_of(node.test, inner, findings)
    _body(node.body, inner, findings)
    _body(node.else_, scope, findings)


def _if(node: nodes.If, scope: Scope, findings: Findings) -> None:
    before = set(findings.words)
    for branch in (node, *node.elif_):
        value_of(branch.test, scope, findings)
        _body(branch.body, scope, findings)
    if node.else_ and set(findings.words) - before:
        findings.all_words = True
    _body(node.else_, scope, findings)
