; Our texts in both languages; NSIS has the others.

!macro Text name english japanese
  LangString ${name} ${LANG_ENGLISH} "${english}"
  LangString ${name} ${LANG_JAPANESE} "${japanese}"
!macroend

!insertmacro Text PLAN_TYPE \
  "socplanner plan" \
  "socplanner の計画"
!insertmacro Text RUN_NOW \
  "Start socplanner" \
  "socplanner を起動する"
!insertmacro Text IS_RUNNING \
  "socplanner is running in $Folder. Save your plan, close socplanner and try again." \
  "$Folder の socplanner が実行中です。計画を保存して socplanner を終了してから、もう一度お試しください。"
!insertmacro Text NEEDS_ADMINISTRATOR \
  "Installing for all users (/ALLUSERS) needs administrator rights. Start the setup program as an administrator, or leave /ALLUSERS out to install for yourself." \
  "すべてのユーザー向けのインストール(/ALLUSERS)には管理者権限が必要です。セットアップを管理者として実行するか、/ALLUSERS を付けずに自分用としてインストールしてください。"
!insertmacro Text NEEDS_ADMINISTRATOR_TO_REMOVE \
  "socplanner was installed for all users. To remove it, start its uninstaller as an administrator." \
  "socplanner はすべてのユーザー向けにインストールされています。アンインストールするには、アンインストーラーを管理者として実行してください。"
!insertmacro Text NEEDS_WINDOWS_10 \
  "socplanner needs Windows 10 or later, 64-bit." \
  "socplanner には 64 ビット版の Windows 10 以降が必要です。"
!insertmacro Text FOLDER_TOO_LONG \
  "The name of the folder is too long for Windows: $INSTDIR. Choose one nearer to the drive." \
  "フォルダーのパスが Windows の上限を超えます: $INSTDIR。より短いパスのフォルダーを選んでください。"
!insertmacro Text NOT_REMOVED \
  "A file could not be removed: $Line" \
  "削除できないファイルがありました: $Line"
!insertmacro Text WHAT_STAYS \
  "socplanner will be removed. Your plans and settings are kept, and so are files that you put into the folder of the program." \
  "socplanner をアンインストールします。作成した計画と設定はそのまま残ります。プログラムのフォルダーにご自身で置いたファイルも削除しません。"
