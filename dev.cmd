@echo off
rem Finds a Python that Handrail runs on, then hands over to dev.py. The twin of dev for Windows.
setlocal
for %%V in (3.13 3.12 3.11) do (
    py -%%V -I -c "" >nul 2>nul && (
        py -%%V -I "%~dp0dev.py" %*
        exit /b
    )
)
python -I -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" >nul 2>nul && (
    python -I "%~dp0dev.py" %*
    exit /b
)
echo Handrail needs Python 3.11, 3.12 or 3.13. Please install it from python.org or the Microsoft Store, for you alone. 1>&2
exit /b 1
