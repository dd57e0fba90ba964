from django.db import migrations

from ophold.record.people.folding import folded


def fill(apps, schema_editor):
    citizens = apps.get_model("people", "Citizen").objects
    for pk, name in citizens.values_list("pk", "name").iterator():
        citizens.filter(pk=pk).update(search_name=folded(name)[:400])


class Migration(migrations.Migration):

    dependencies = [("people", "0003_search_name")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
