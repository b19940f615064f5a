; For whom it is installed, and in which language the setup program speaks.
; For oneself, as a rule; for all users of the machine with /ALLUSERS and an administrator's rights.
; SHCTX is HKCU for the one and HKLM for the other.

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
  ; /D= comes first, then the place of the older version.
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${OURS}" "InstallDir"
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR $3
  ${EndIf}
FunctionEnd

; The uninstaller finds out from where it stands, since users start it from its folder too.
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

; NSIS begins in the language of Windows. /LANG=ja and /LANG=en say otherwise, once for all: what is
; there already keeps its language.
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
