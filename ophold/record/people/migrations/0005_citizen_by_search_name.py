from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("people", "0004_fill_search_names")]

    operations = [
        migrations.AddIndex(
            model_name="citizen",
            index=models.Index(fields=["municipality", "search_name", "id"], name="citizen_by_search_name"),
        ),
    ]
