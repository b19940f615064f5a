; The setup program for Windows. Compiled by tools/windows/build_setup.py, which defines
; the names in capitals here. Read first: docs/decisions/windows-setup.md.

!ifndef TARGET
  !define TARGET amd64-unicode
!endif
Target ${TARGET}
Unicode true
!pragma warning disable 6012 ; a 64-bit setup program need not ask whether Windows has 64 bits
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
RequestExecutionLevel user
ManifestLongPathAware true
ManifestDPIAware true
ManifestSupportedOS Win10
AllowSkipFiles off
SetDateSave off
ShowInstDetails hide
ShowUninstDetails hide

!define NAME "socplanner"
!define PLAN "socplanner.plan"
!define OURS "Software\${NAME}"
!define CLASSES "Software\Classes"
!define REMOVING "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\${PROGRAM}"

; Exit codes of a silent run, those of Windows where it has one. 1: cancelled by the
; user, 2: aborted by the setup program.
!define IN_USE 32
!define NAME_TOO_LONG 206
!define NOT_ELEVATED 740
!define OLD_WINDOWS 1150

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE_PICTURE}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(RUN_NOW)"
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(WHAT_STAYS)"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE Japanese

!include words.nsh
!include version.nsh
!include refusing.nsh
!include scope.nsh
!include files.nsh
!include association.nsh
!include registration.nsh

!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

Function .onInit
  ${If} ${RunningX64}
    SetRegView 64
  ${EndIf}
  Call TakeLanguage
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    !insertmacro Refuse "$(NEEDS_WINDOWS_10)" ${OLD_WINDOWS}
  ${EndIf}
  Call TakeScope
  Call TakeLanguage ; the older version may have been installed in another, for the same users
FunctionEnd

Section
  Call ProveRoom
  StrCpy $Folder $INSTDIR
  Call ProveUnused
  ReadRegStr $Folder SHCTX "${OURS}" "InstallDir"
  ${If} $Folder != ""
  ${AndIf} $Folder != $INSTDIR
    ; It was installed in another folder: the program moves.
    Call ProveUnused
    Call RemoveListed
  ${EndIf}
  StrCpy $Folder $INSTDIR
  Call RemoveListed
  SetOutPath "$INSTDIR"
  File "${WORK}/${LIST}"
  !include "${WORK}/payload.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  Call Register
  Call Associate
  Call TellExplorer
SectionEnd

; Through the Explorer, so that it never runs with administrator rights.
Function StartProgram
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
FunctionEnd

Function un.onInit
  ${If} ${RunningX64}
    SetRegView 64
  ${EndIf}
  Call un.TakeScope
  Call un.TakeLanguage
FunctionEnd

Section Uninstall
  StrCpy $Folder $INSTDIR
  Call un.ProveUnused
  Call un.Dissociate
  Call un.Unregister
  Call un.RemoveListed
  Call un.TellExplorer
  DetailPrint "$(WHAT_STAYS)"
SectionEnd
