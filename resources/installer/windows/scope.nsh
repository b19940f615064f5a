; The users it is installed for, and the language of the setup program.
; By default one user; all users of the machine with /ALLUSERS and administrator rights.
; SHCTX is HKCU for one user and HKLM for all.

!macro IsElevated un
  Function ${un}IsElevated
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 == "Admin"
      StrCpy $0 1
    ${Else}
      StrCpy $0 0
    ${EndIf}
  FunctionEnd
!macroend
!insertmacro IsElevated ""
!insertmacro IsElevated "un."

Function TakeScope
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/ALLUSERS" $2
  ${If} ${Errors}
    SetShellVarContext current
    StrCpy $3 "$LOCALAPPDATA\Programs\${NAME}"
  ${Else}
    Call IsElevated
    ${If} $0 == 0
      !insertmacro Refuse "$(NEEDS_ADMINISTRATOR)" ${NOT_ELEVATED}
    ${EndIf}
    SetShellVarContext all
    StrCpy $3 "$PROGRAMFILES64\${NAME}"
  ${EndIf}
  ; /D= comes first, then the folder of the older version.
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${OURS}" "InstallDir"
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR $3
  ${EndIf}
FunctionEnd

; The uninstaller finds it out from its own folder, since users may start it there.
Function un.TakeScope
  SetShellVarContext current
  ReadRegStr $0 HKLM "${OURS}" "InstallDir"
  ${If} $0 == $INSTDIR
    SetShellVarContext all
    Call un.IsElevated
    ${If} $0 == 0
      ${IfNot} ${Silent}
        ClearErrors
        ExecShell "runas" "$INSTDIR\${UNINSTALLER}"
        ${IfNot} ${Errors}
          Quit
        ${EndIf}
      ${EndIf}
      !insertmacro Refuse "$(NEEDS_ADMINISTRATOR_TO_REMOVE)" ${NOT_ELEVATED}
    ${EndIf}
  ${EndIf}
FunctionEnd

; NSIS starts in the language of Windows. /LANG=ja and /LANG=en set another one, once: an upgrade
; keeps the language of the installed version.
!macro TakeLanguage un
  Function ${un}TakeLanguage
    ReadRegDWORD $0 SHCTX "${OURS}" "Language"
    ${If} $0 <> 0
      StrCpy $LANGUAGE $0
    ${EndIf}
    ${GetParameters} $1
    ClearErrors
    ${GetOptions} $1 "/LANG=" $2
    ${If} $2 == "ja"
      StrCpy $LANGUAGE ${LANG_JAPANESE}
    ${ElseIf} $2 == "en"
      StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${EndIf}
  FunctionEnd
!macroend
!insertmacro TakeLanguage ""
!insertmacro TakeLanguage "un."
