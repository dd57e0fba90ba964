"""Application, receipt and promised date."""
