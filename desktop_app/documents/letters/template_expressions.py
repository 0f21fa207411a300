"""Expressions of a template: what each stands for, with every name and filter in it noted."""

from jinja2 import nodes

from desktop_app.documents.letters.template_filters import FIRST_OF, SAME_LIST, TESTS, TO_TEXT
from desktop_app.documents.letters.template_findings import FORBIDDEN, NOT_KNOWN, Findings, Scope, Value
from desktop_app.documents.letters.template_shapes import ANYTHING, JENIS, TEXT, Anything, ListOf, Record


def value_of(node: nodes.Node, scope: Scope, findings: Findings) -> Value:
    """What the expression stands for; whatever it names is noted."""
    match node:
        case nodes.Name(name=name):
            return _name(node, name, scope, findings)
        case nodes.Getattr(node=owner, attr=attr):
            return _behind_dot(node, value_of(owner, scope, findings), attr, findings)
        case nodes.Getitem(node=owner, arg=nodes.Const(value=str() as attr)):
            return _behind_dot(node, value_of(owner, scope, findings), attr, findings)
        case nodes.Getitem(node=owner, arg=arg):
            value_of(arg, scope, findings)
            many = value_of(owner, scope, findings)
            return many if isinstance(arg, nodes.Slice) else entry_of(many)
        case nodes.Filter(node=inner, name=name) if inner is not None:
            return _filtered(node, name, value_of(inner, scope, findings), scope, findings)
        case nodes.Test(name=name) if name not in TESTS:
            return findings.fault(node, name, f"{NOT_KNOWN} sebagai uji", sorted(TESTS))
        case nodes.Compare():
            _compare(node, scope, findings)
        case nodes.Call():
            return _call(node, scope, findings)
        case nodes.Pow():
            return findings.fault(node, "**", FORBIDDEN)
        case nodes.Mul() | nodes.Mod():
            return _multiplied(node, scope, findings)
        case nodes.CondExpr(expr1=first):
            _children(node, scope, findings)
            return value_of(first, scope, findings)
        case _:
            _children(node, scope, findings)
    return Value(TEXT)


def _children(node: nodes.Node, scope: Scope, findings: Findings) -> None:
    for child in node.iter_child_nodes():
        value_of(child, scope, findings)


def _name(node: nodes.Node, name: str, scope: Scope, findings: Findings) -> Value:
    found = scope.get(name)
    if found is None:
        return findings.fault(node, name, NOT_KNOWN, scope)
    findings.used.add(found.path)
    return found


def _behind_dot(node: nodes.Node, owner: Value, attr: str, findings: Findings) -> Value:
    written, path = f"{owner.written}.{attr}", f"{owner.path}.{attr}" if owner.path else ""
    if attr.startswith("_"):
        return findings.fault(node, written, FORBIDDEN)
    if isinstance(owner.shape, Anything):
        return Value(ANYTHING, path, written)
    if isinstance(owner.shape, Record) and attr in owner.shape.names:
        findings.used.add(path)
        return Value(owner.shape.names[attr], _path_of_neighbour(owner, attr, path), written)
    names = owner.shape.names if isinstance(owner.shape, Record) else {}
    return findings.fault(node, written, NOT_KNOWN, (f"{owner.written}.{name}" for name in names))


def _path_of_neighbour(owner: Value, attr: str, path: str) -> str:
    """`loop.previtem` is an entry of the list that the loop goes through."""
    return f"{owner.path}[]" if owner.written == "loop" and attr in ("previtem", "nextitem") else path


def _filtered(node: nodes.Filter, name: str, value: Value, scope: Scope, findings: Findings) -> Value:
    for argument in (*node.args, *(pair.value for pair in node.kwargs)):
        value_of(argument, scope, findings)
    if name in FIRST_OF:
        return entry_of(value)
    if name in SAME_LIST:
        return value
    if name in TO_TEXT or name in findings.filters:
        return Value(TEXT)
    known = sorted(TO_TEXT | FIRST_OF | SAME_LIST | findings.filters)
    return findings.fault(node, name, f"{NOT_KNOWN} sebagai penyaring", known)


def _compare(node: nodes.Compare, scope: Scope, findings: Findings) -> None:
    """Kinds of paragraphs that the template asks for are noted with their place."""
    left = value_of(node.expr, scope, findings)
    for operand in node.ops:
        value_of(operand.expr, scope, findings)
        if left.path == JENIS:
            words = [operand.expr, *operand.expr.find_all(nodes.Const)]
            for word in (one.value for one in words if isinstance(one, nodes.Const)):
                findings.words.setdefault(str(word), node.lineno)


def _multiplied(node: nodes.Mul | nodes.Mod, scope: Scope, findings: Findings) -> Value:
    """Numbers may be multiplied; a text a million times over would fill the memory."""
    for one in (node.left, node.right):
        value = value_of(one, scope, findings)
        is_number = isinstance(one, nodes.Const) and isinstance(one.value, int | float)
        if not is_number and not isinstance(value.shape, Anything) and not isinstance(one, nodes.BinExpr):
            return findings.fault(node, node.operator, f"{FORBIDDEN} pada tulisan")
    return Value(TEXT)


def _call(node: nodes.Call, scope: Scope, findings: Findings) -> Value:
    """Nothing is called in a template, save `loop.cycle(…)`."""
    match node.node:
        case nodes.Getattr(node=nodes.Name(name="loop"), attr="cycle"):
            for argument in node.args:
                value_of(argument, scope, findings)
            return Value(TEXT)
        case nodes.Name(name=name):
            return findings.fault(node, f"{name}()", FORBIDDEN)
        case nodes.Getattr(attr=attr):
            value_of(node.node.node, scope, findings)
            return findings.fault(node, f"{attr}()", FORBIDDEN)
    return findings.fault(node, "()", FORBIDDEN)


def entry_of(many: Value) -> Value:
    shape = many.shape.entry if isinstance(many.shape, ListOf) else ANYTHING
    return Value(shape, f"{many.path}[]" if many.path else "", many.written)
