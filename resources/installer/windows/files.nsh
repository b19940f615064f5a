; Installs and removes files. Only what the list in the folder names is removed: files, then
; folders (with a backslash at the end), and those only if they are empty.

!define LONGEST_PATH 259

Var Folder
Var Line

; Windows opens no running program for writing.
!macro ProveUnused un
  Function ${un}ProveUnused
    Push "$Folder\socplanner-cli.exe"
    Push "$Folder\${PROGRAM}"
    StrCpy $1 2
    ${Do}
      Pop $2
      again:
      ${If} ${FileExists} "$2"
        ClearErrors
        FileOpen $0 "$2" a
        ${If} ${Errors}
          ${If} ${Silent}
            !insertmacro Refuse "$(IS_RUNNING)" ${IN_USE}
          ${EndIf}
          MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_RUNNING)" IDRETRY again
          SetErrorLevel 1
          Quit
        ${EndIf}
        FileClose $0
      ${EndIf}
      IntOp $1 $1 - 1
    ${LoopUntil} $1 = 0
  FunctionEnd
!macroend
!insertmacro ProveUnused ""
!insertmacro ProveUnused "un."

Function ProveRoom
  StrLen $0 $INSTDIR
  IntOp $0 $0 + ${LONGEST}
  ReadRegDWORD $1 HKLM "SYSTEM\CurrentControlSet\Control\FileSystem" "LongPathsEnabled"
  ${If} $0 > ${LONGEST_PATH}
  ${AndIf} $1 <> 1
    !insertmacro Refuse "$(FOLDER_TOO_LONG)" ${NAME_TOO_LONG}
  ${EndIf}
FunctionEnd

; Removes from $Folder the files that its list names, then the list and the folder, if it is empty.
!macro RemoveListed un
  Function ${un}RemoveListed
    ClearErrors
    FileOpen $0 "$Folder\${LIST}" r
    ${IfNot} ${Errors}
      ${Do}
        ClearErrors
        FileReadUTF16LE $0 $Line
        ${If} ${Errors}
          ${ExitDo}
        ${EndIf}
        ${TrimNewLines} $Line $Line
        Call ${un}RemoveLine
      ${Loop}
      FileClose $0
      Delete "$Folder\${LIST}"
      SetOutPath "$TEMP"
      RMDir "$Folder"
    ${EndIf}
  FunctionEnd

  ; A line that leads out of the folder is skipped.
  Function ${un}RemoveLine
    System::Call 'shlwapi::StrStrW(w "$Line", w "..") p .r1'
    System::Call 'shlwapi::StrStrW(w "$Line", w ":") p .r2'
    StrCpy $3 $Line 1
    StrCpy $4 $Line 1 -1
    ${If} $Line == ""
    ${OrIf} $1 P<> 0
    ${OrIf} $2 P<> 0
    ${OrIf} $3 == "\"
      Return
    ${EndIf}
    ClearErrors
    ${If} $4 == "\"
      RMDir "$Folder\$Line"
    ${ElseIf} ${FileExists} "$Folder\$Line"
      Delete "$Folder\$Line"
      ${If} ${Errors}
        DetailPrint "$(NOT_REMOVED)"
        SetErrorLevel ${IN_USE}
      ${EndIf}
    ${EndIf}
  FunctionEnd
!macroend
!insertmacro RemoveListed ""
!insertmacro RemoveListed "un."
