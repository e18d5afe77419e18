import logging
import os

from django.core.wsgi import get_wsgi_application

from config.held_open import readable_on_a_full_disk
from config.logs import HideSecrets

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = readable_on_a_full_disk(get_wsgi_application())
# gunicorn writes the address of a request that fails before or after Django into its own log.
logging.getLogger("gunicorn.error").addFilter(HideSecrets())
