"""The site's pages about paper; who may see one is ``assessment.access``."""
