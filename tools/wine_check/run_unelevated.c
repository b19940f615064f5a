/* Runs the command after " -- " without administrator rights and returns its exit code. Windows runs
   a program that was not elevated like this; Wine's user always has the rights. For the check only. */

#include <windows.h>
#include <stdio.h>

int main(void) {
    SID_IDENTIFIER_AUTHORITY authority = {SECURITY_NT_AUTHORITY};
    SID_AND_ATTRIBUTES administrators = {0};
    HANDLE token, restricted;
    PROCESS_INFORMATION child;
    STARTUPINFOW start = {.cb = sizeof start};
    DWORD code;
    wchar_t *line = wcsstr(GetCommandLineW(), L" -- ");
    if (!line) return 100;
    AllocateAndInitializeSid(&authority, 2, SECURITY_BUILTIN_DOMAIN_RID, DOMAIN_ALIAS_RID_ADMINS,
                             0, 0, 0, 0, 0, 0, &administrators.Sid);
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &token)) return 101;
    if (!CreateRestrictedToken(token, 0, 1, &administrators, 0, NULL, 0, NULL, &restricted)) return 102;
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    if (!CreateProcessAsUserW(restricted, NULL, line + 4, NULL, NULL, TRUE, 0, NULL, NULL, &start,
                              &child))
        return 103;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &code);
    return code;
}
