/* Replaces the program that PyInstaller builds on Windows; in tests only, never in a release.
   It starts the Python in _internal; start_as_frozen.py does the rest of what PyInstaller's program
   does. */

#include <windows.h>
#include <shellapi.h>
#include <stdio.h>

#define LONGEST 4096

typedef int (*python_main)(int, wchar_t **);

static int run(void) {
    static wchar_t folder[LONGEST], library[LONGEST];
    int count;
    wchar_t **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
    GetModuleFileNameW(NULL, folder, LONGEST);
    *wcsrchr(folder, L'\\') = 0;
    wcscat(folder, L"\\_internal");
    SetDllDirectoryW(folder);
    swprintf(library, LONGEST, L"%ls\\%ls", folder, PYTHON_DLL);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python) return 100;
    python_main start = (python_main)GetProcAddress(python, "Py_Main");
    wchar_t **all = calloc(count + 4, sizeof *all);
    all[0] = arguments[0];
    all[1] = L"-B";
    all[2] = L"-m";
    all[3] = L"start_as_frozen";
    for (int i = 1; i < count; i++) all[i + 3] = arguments[i];
    return start(count + 3, all);
}

#ifdef WINDOWED
int WINAPI WinMain(HINSTANCE now, HINSTANCE before, LPSTR line, int show) {
    return run();
}
#else
int main(void) { return run(); }
#endif
