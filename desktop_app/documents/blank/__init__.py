"""Parts of the blank templates."""
