"""What must not be kept: state secrets are refused, personal identifiers masked, circulation marks shown."""
