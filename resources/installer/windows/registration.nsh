; Registers the installed program: where it is, how to start and how to remove it.

Function Register
  WriteRegStr SHCTX "${OURS}" "InstallDir" "$INSTDIR"
  WriteRegDWORD SHCTX "${OURS}" "Language" $LANGUAGE
  WriteRegStr SHCTX "${APP_PATH}" "" "$INSTDIR\${PROGRAM}"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr SHCTX "${REMOVING}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${REMOVING}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${REMOVING}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${REMOVING}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${REMOVING}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${REMOVING}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr SHCTX "${REMOVING}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD SHCTX "${REMOVING}" "EstimatedSize" ${SIZE_KIB}
  WriteRegDWORD SHCTX "${REMOVING}" "NoModify" 1
  WriteRegDWORD SHCTX "${REMOVING}" "NoRepair" 1
FunctionEnd

Function un.Unregister
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "${APP_PATH}"
  DeleteRegKey SHCTX "${REMOVING}"
  DeleteRegKey SHCTX "${OURS}"
FunctionEnd
