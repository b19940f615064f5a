; Plans open by double-click; .yaml and .yml offer socplanner under "Open with" and keep their default program.

!define MIME "application/x-socplan+yaml"
!define IN_OPEN_WITH "${CLASSES}\Applications\${PROGRAM}"
!define CAPABILITIES "${OURS}\Capabilities"

Function Associate
  WriteRegStr SHCTX "${CLASSES}\${PLAN}" "" "$(PLAN_TYPE)"
  WriteRegStr SHCTX "${CLASSES}\${PLAN}\DefaultIcon" "" "$INSTDIR\_internal\resources\icons\plan.ico"
  WriteRegStr SHCTX "${CLASSES}\${PLAN}\shell" "" "open"
  WriteRegStr SHCTX "${CLASSES}\${PLAN}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr SHCTX "${CLASSES}\.socplan" "" "${PLAN}"
  WriteRegStr SHCTX "${CLASSES}\.socplan" "Content Type" "${MIME}"
  WriteRegStr SHCTX "${CLASSES}\.socplan" "PerceivedType" "text"
  WriteRegStr SHCTX "${CLASSES}\.socplan\OpenWithProgids" "${PLAN}" ""

  WriteRegStr SHCTX "${IN_OPEN_WITH}" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "${IN_OPEN_WITH}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr SHCTX "${IN_OPEN_WITH}\SupportedTypes" ".socplan" ""
  WriteRegStr SHCTX "${IN_OPEN_WITH}\SupportedTypes" ".yaml" ""
  WriteRegStr SHCTX "${IN_OPEN_WITH}\SupportedTypes" ".yml" ""
  ; A key named like the program, without a value: it is offered, and never the default.
  WriteRegStr SHCTX "${CLASSES}\.yaml\OpenWithList\${PROGRAM}" "" ""
  WriteRegStr SHCTX "${CLASSES}\.yml\OpenWithList\${PROGRAM}" "" ""

  ; For Settings > Default apps.
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationName" "${NAME}"
  WriteRegStr SHCTX "${CAPABILITIES}\FileAssociations" ".socplan" "${PLAN}"
  WriteRegStr SHCTX "Software\RegisteredApplications" "${NAME}" "${CAPABILITIES}"
FunctionEnd

!macro TakeFromOpenWith extension
  DeleteRegKey SHCTX "${CLASSES}\${extension}\OpenWithList\${PROGRAM}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${extension}\OpenWithList"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${extension}"
!macroend

; Removes the keys that are still ours; a key that others have changed meanwhile stays.
Function un.Dissociate
  DeleteRegKey SHCTX "${CLASSES}\${PLAN}"
  DeleteRegKey SHCTX "${IN_OPEN_WITH}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\Applications"
  ReadRegStr $0 SHCTX "${CLASSES}\.socplan" ""
  ${If} $0 == "${PLAN}"
    DeleteRegValue SHCTX "${CLASSES}\.socplan" ""
    DeleteRegValue SHCTX "${CLASSES}\.socplan" "Content Type"
    DeleteRegValue SHCTX "${CLASSES}\.socplan" "PerceivedType"
  ${EndIf}
  DeleteRegValue SHCTX "${CLASSES}\.socplan\OpenWithProgids" "${PLAN}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.socplan\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.socplan"
  !insertmacro TakeFromOpenWith ".yaml"
  !insertmacro TakeFromOpenWith ".yml"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "${NAME}"
FunctionEnd

; SHCNE_ASSOCCHANGED: icons and types show at once, without a new sign-in.
!macro TellExplorer un
  Function ${un}TellExplorer
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  FunctionEnd
!macroend
!insertmacro TellExplorer ""
!insertmacro TellExplorer "un."
