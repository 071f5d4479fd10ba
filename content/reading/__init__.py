"""From a folder of YAML and Markdown to a library; never in a bundle."""
