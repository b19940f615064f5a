; Reports the reason of a refusal, in a message box, or on the console in a silent run.

Var Said

!macro Refuse said code
  StrCpy $Said "${said}"
  !ifdef __UNINSTALL__
    Call un.SayWhy
  !else
    Call SayWhy
  !endif
  SetErrorLevel ${code}
  Quit
!macroend

!macro SayingWhy un
  Function ${un}SayWhy
    ${If} ${Silent}
      System::Call 'kernel32::GetStdHandle(i -12) p .r0'
      ${If} $0 P= 0
        System::Call 'kernel32::AttachConsole(i -1)'
        System::Call 'kernel32::GetStdHandle(i -12) p .r0'
      ${EndIf}
      FileWrite $0 "${NAME}: $Said$\r$\n"
    ${Else}
      MessageBox MB_OK|MB_ICONSTOP "$Said"
    ${EndIf}
  FunctionEnd
!macroend
!insertmacro SayingWhy ""
!insertmacro SayingWhy "un."
