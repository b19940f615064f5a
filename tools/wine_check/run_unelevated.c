/* Runs what it is given without the rights of an administrator, as Windows runs what nobody
   elevated; Wine's user has them always. Returns the exit code. For the check alone. */

#include <windows.h>
#include <stdio.h>

int main(void) {
    SID_IDENTIFIER_AUTHORITY authority = {SECURITY_NT_AUTHORITY};
    SID_AND_ATTRIBUTES taken = {0};
    HANDLE own, lowered;
    PROCESS_INFORMATION child;
    STARTUPINFOW start = {.cb = sizeof start};
    DWORD code;
    wchar_t *line = wcsstr(GetCommandLineW(), L" -- ");
    if (!line) return 100;
    AllocateAndInitializeSid(&authority, 2, SECURITY_BUILTIN_DOMAIN_RID, DOMAIN_ALIAS_RID_ADMINS,
                             0, 0, 0, 0, 0, 0, &taken.Sid);
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &own)) return 101;
    if (!CreateRestrictedToken(own, 0, 1, &taken, 0, NULL, 0, NULL, &lowered)) return 102;
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    if (!CreateProcessAsUserW(lowered, NULL, line + 4, NULL, NULL, TRUE, 0, NULL, NULL, &start,
                              &child))
        return 103;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &code);
    return code;
}
