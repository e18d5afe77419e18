import os

from django.core.wsgi import get_wsgi_application

from config.held_open import readable_on_a_full_disk

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = readable_on_a_full_disk(get_wsgi_application())
