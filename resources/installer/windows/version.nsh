; The version information that the Explorer shows of the setup program.

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"

!macro Describe language said
  VIAddVersionKey /LANG=${language} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${said}"
  VIAddVersionKey /LANG=${language} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "${COPYRIGHT}"
  VIAddVersionKey /LANG=${language} "OriginalFilename" "${NAME}-${VERSION}-setup.exe"
!macroend

!insertmacro Describe ${LANG_ENGLISH} "${DESCRIPTION_EN}"
!insertmacro Describe ${LANG_JAPANESE} "${DESCRIPTION_JA}"
