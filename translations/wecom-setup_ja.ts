<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>Parts and their licences</source>
        <translation>構成部品とライセンス</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>About WeCom Setup</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>WeCom Setup for NocoBase</source>
        <translation>NocoBase の WeCom ログイン設定アシスタント</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>バージョン %1、Qt %2</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0, without any warranty. It is an independent project, not affiliated with WeCom or NocoBase; their names belong to them.</source>
        <translation>Apache License 2.0 のフリーソフトウェアです。いかなる保証もありません。WeCom、NocoBase の公式製品ではなく、それぞれの名称は各社のものです。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>In this package</source>
        <translation>このパッケージに含まれるもの</translation>
    </message>
</context>
<context>
    <name>ui::AfterCard</name>
    <message>
        <source>Delete the user %1 (account %2) from NocoBase? Nobody can sign in as this user any more. It is made anew when the same person signs in again.</source>
        <translation>NocoBase からユーザー %1（アカウント %2）を削除しますか。このユーザーではサインインできなくなります。同じ人が再びサインインすると、新しく作成されます。</translation>
    </message>
    <message>
        <source>This test created the user %1 in NocoBase.</source>
        <translation>このテストで NocoBase にユーザー %1 が作成されました。</translation>
    </message>
    <message>
        <source>Deleting the user %1…</source>
        <translation>ユーザー %1 を削除しています…</translation>
    </message>
    <message>
        <source>The user %1 is deleted; NocoBase was asked once more.</source>
        <translation>ユーザー %1 を削除し、NocoBase に確認しました。</translation>
    </message>
    <message>
        <source>The user %1 was not deleted.</source>
        <translation>ユーザー %1 は削除されませんでした。</translation>
    </message>
    <message>
        <source>The test is still signed in to NocoBase.</source>
        <translation>テストはまだ NocoBase にサインインしています。</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>サインアウトしています…</translation>
    </message>
    <message>
        <source>The test is signed out; NocoBase refuses its session now.</source>
        <translation>テストはサインアウトしました。NocoBase はそのセッションを受け付けません。</translation>
    </message>
    <message>
        <source>The test could not be signed out.</source>
        <translation>テストをサインアウトできませんでした。</translation>
    </message>
    <message>
        <source>After the test</source>
        <translation>テストのあと</translation>
    </message>
    <message>
        <source>Delete this user…</source>
        <translation>このユーザーを削除…</translation>
    </message>
    <message>
        <source>&amp;Delete the user</source>
        <translation>ユーザーを削除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep the user</source>
        <translation>ユーザーを残す(&amp;K)</translation>
    </message>
    <message>
        <source>NocoBase creates a user for everybody who signs in with WeCom for the first time.</source>
        <translation>WeCom で初めてサインインした人すべてに、NocoBase がユーザーを作成します。</translation>
    </message>
    <message>
        <source>Turn this off: review the change…</source>
        <translation>オフにする：変更を確認…</translation>
    </message>
    <message>
        <source>Sign the test out</source>
        <translation>テストをサインアウト</translation>
    </message>
</context>
<context>
    <name>ui::BeforeAfterTable</name>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>%1 now: %2</source>
        <translation>%1 現在：%2</translation>
    </message>
    <message>
        <source>%1 changes to: %2</source>
        <translation>%1 変更後：%2</translation>
    </message>
    <message>
        <source>%1 stays: %2</source>
        <translation>%1 変更なし：%2</translation>
    </message>
</context>
<context>
    <name>ui::CallbackDomainPage</name>
    <message>
        <source>Authorized callback domain</source>
        <translation>認可されたコールバックドメイン</translation>
    </message>
    <message>
        <source>WeCom&apos;s login page</source>
        <translation>WeCom のログインページ</translation>
    </message>
    <message>
        <source>On the app&apos;s page, under &lt;b&gt;Developer API&lt;/b&gt;, find &lt;b&gt;Log in to via authorization by WeCom&lt;/b&gt; and choose &lt;b&gt;Settings&lt;/b&gt;</source>
        <translation>アプリのページの&lt;b&gt;Developer API&lt;/b&gt;で&lt;b&gt;Log in to via authorization by WeCom&lt;/b&gt;を見つけ、&lt;b&gt;Settings&lt;/b&gt;を選びます</translation>
    </message>
    <message>
        <source>Under &lt;b&gt;Web page&lt;/b&gt;, choose &lt;b&gt;Set authorized callback domain&lt;/b&gt; and paste</source>
        <translation>&lt;b&gt;Web page&lt;/b&gt;で&lt;b&gt;Set authorized callback domain&lt;/b&gt;を選び、貼り付けます</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Save&lt;/b&gt;, then come back</source>
        <translation>&lt;b&gt;Save&lt;/b&gt;を選び、ここに戻ります</translation>
    </message>
    <message>
        <source>You can confirm this step; the test login proves it.</source>
        <translation>このステップは自分で確認済みにできます。ログインのテストで証明されます。</translation>
    </message>
</context>
<context>
    <name>ui::CheckList</name>
    <message>
        <source>%1, %2</source>
        <comment>seen from where, when</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>確認項目</translation>
    </message>
    <message>
        <source>Possible: %1</source>
        <translation>可能性：%1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再確認</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>移動：%1</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>ページを開く</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>To look from your NocoBase server, a custom request is created there and removed again. The server&apos;s log then holds a token that works for at most two hours.</source>
        <translation>NocoBase サーバーから確認するため、カスタムリクエストを作成し、終わったら削除します。サーバーのログには、最長 2 時間有効なトークンが残ります。</translation>
    </message>
    <message>
        <source>Enabling the plugin restarts NocoBase for everyone who works in it now. It takes about a minute.</source>
        <translation>プラグインを有効にすると、使用中の全員に対して NocoBase が再起動します。約 1 分かかります。</translation>
    </message>
    <message>
        <source>Ask through NocoBase</source>
        <translation>NocoBase 経由で尋ねる</translation>
    </message>
    <message>
        <source>Enable it now</source>
        <translation>今すぐ有効にする</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>この証明書を信頼する</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー：%1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>After too many wrong Secrets WeCom blocks this network for an hour, and with it your server if it shares the address. Send this one only if you have just copied it.</source>
        <translation>誤った Secret が多すぎると、WeCom はこのネットワークを 1 時間ブロックします。サーバーが同じアドレスを使っていれば、サーバーもブロックされます。今コピーしたばかりの値だけを送信してください。</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>送信する</translation>
    </message>
    <message>
        <source>This program has set the domain %1 times this month. WeCom takes 20 a month of a company, also counting those made by hand.</source>
        <translation>このプログラムは今月 %1 回ドメインを設定しました。WeCom の上限は 1 社につき月 20 回で、手動の設定も数えられます。</translation>
    </message>
    <message>
        <source>Host: %1</source>
        <translation>ホスト：%1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>発行者：%1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>有効期間：%1～%2</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256：%1</translation>
    </message>
    <message>
        <source>Trust this certificate only if its fingerprint is the one your server&apos;s administrator tells you:</source>
        <translation>サーバーの管理者から伝えられた指紋と一致する場合にだけ、この証明書を信頼してください：</translation>
    </message>
    <message>
        <source>In WeCom now: %1</source>
        <translation>現在の WeCom：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Afterwards: %1</source>
        <translation>変更後：%1</translation>
    </message>
    <message>
        <source>Set it in WeCom</source>
        <translation>WeCom に設定する</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo: put back %1</source>
        <translation>元に戻す：%1 に戻す</translation>
    </message>
    <message>
        <source>Put back %1</source>
        <translation>%1 に戻す</translation>
    </message>
</context>
<context>
    <name>ui::ClipboardOffer</name>
    <message>
        <source>Put it &amp;in</source>
        <translation>入力する(&amp;I)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>後で</translation>
    </message>
</context>
<context>
    <name>ui::CloseGuard</name>
    <message>
        <source>Settings are being written to NocoBase. If that stopped halfway, sign-in might not work. It takes a few seconds.</source>
        <translation>NocoBase に設定を書き込んでいます。途中で止まると、サインインできなくなることがあります。数秒で終わります。</translation>
    </message>
    <message>
        <source>The old settings are being put back in NocoBase. If that stopped halfway, sign-in might not work. It takes a few seconds.</source>
        <translation>NocoBase の設定を元に戻しています。途中で止まると、サインインできなくなることがあります。数秒で終わります。</translation>
    </message>
    <message>
        <source>NocoBase is enabling the WeCom plugin and restarts. It does that on its own, also without this window. The next start looks at how it went.</source>
        <translation>NocoBase が WeCom プラグインを有効にして再起動しています。このウィンドウを閉じても、処理は続きます。結果は次回の起動時に確認します。</translation>
    </message>
    <message>
        <source>The sample row is being removed from NocoBase. It takes a few seconds.</source>
        <translation>NocoBase からサンプルの行を削除しています。数秒で終わります。</translation>
    </message>
    <message>
        <source>NocoBase is asking WeCom for this check. The request that was made for it is still to be removed from NocoBase. It takes a few seconds.</source>
        <translation>この確認のため、NocoBase が WeCom に問い合わせています。そのために作ったリクエストを、これから NocoBase から削除します。数秒で終わります。</translation>
    </message>
    <message>
        <source>The window closes when it is done.</source>
        <translation>完了するとウィンドウが閉じます。</translation>
    </message>
    <message>
        <source>Close when it is &amp;done</source>
        <translation>完了したら閉じる(&amp;D)</translation>
    </message>
    <message>
        <source>Close &amp;now</source>
        <translation>今すぐ閉じる(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>閉じない(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ui::ConfirmBox</name>
    <message>
        <source>&amp;I did this in the console</source>
        <translation>コンソールで設定しました(&amp;I)</translation>
    </message>
    <message>
        <source>Your word counts for what has not been checked here. The test login proves it.</source>
        <translation>ここで確認できていないものは、あなたの確認を採用します。ログインのテストで実証されます。</translation>
    </message>
</context>
<context>
    <name>ui::ConsoleCard</name>
    <message>
        <source>Picture of the page in the console</source>
        <translation>コンソールのページの図</translation>
    </message>
    <message>
        <source>Picture of the page in the console; marked: %1</source>
        <translation>コンソールのページの図。目印：%1</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>&amp;Open the console</source>
        <translation>コンソールを開く(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ui::ConsolePath</name>
    <message>
        <source>your app</source>
        <translation>対象のアプリ</translation>
    </message>
</context>
<context>
    <name>ui::ConsoleStepPage</name>
    <message>
        <source>Do this in the console</source>
        <translation>コンソールでの操作</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>確認項目</translation>
    </message>
</context>
<context>
    <name>ui::CopyRow</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー：%1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>非表示</translation>
    </message>
    <message numerus="yes">
        <source>Copied for %n second(s)</source>
        <translation>
            <numerusform>コピーしました（あと %n 秒で消去）</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>コピーしました：%1</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>まだわかりません</translation>
    </message>
</context>
<context>
    <name>ui::CreateAppPage</name>
    <message>
        <source>Open &lt;b&gt;App Management&lt;/b&gt; and go to &lt;b&gt;Self-built&lt;/b&gt;</source>
        <translation>&lt;b&gt;App Management&lt;/b&gt;を開き、&lt;b&gt;Self-built&lt;/b&gt;に移動します</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Create an app&lt;/b&gt;, and give it a logo and the name your colleagues will see</source>
        <translation>&lt;b&gt;Create an app&lt;/b&gt;を選び、ロゴと、同僚に表示される名前を設定します</translation>
    </message>
    <message>
        <source>Under &lt;b&gt;Allowed users&lt;/b&gt;, choose the departments or members who will sign in. Nobody else can use the login.</source>
        <translation>&lt;b&gt;Allowed users&lt;/b&gt;で、サインインする部門またはメンバーを選びます。それ以外の人はログインできません。</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Create an app&lt;/b&gt; at the bottom, then come back</source>
        <translation>一番下の&lt;b&gt;Create an app&lt;/b&gt;を選び、ここに戻ります</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>表示できる人</translation>
    </message>
</context>
<context>
    <name>ui::CredentialWords</name>
    <message>
        <source>Company ID</source>
        <translation>Company ID</translation>
    </message>
    <message>
        <source>AgentId</source>
        <translation>AgentId</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>This is the hidden form with stars. Show the value in the console first, then copy it.</source>
        <translation>伏せ字のままの値です。先にコンソールで値を表示してからコピーしてください。</translation>
    </message>
    <message>
        <source>This looks like the AppSecret of a WeChat public account. The Secret stands on the app&apos;s page in WeCom&apos;s console.</source>
        <translation>WeChat 公式アカウントの AppSecret のようです。Secret は WeCom コンソールのアプリのページにあります。</translation>
    </message>
    <message>
        <source>This may be the id of a WeChat public account. The Company ID stands at the bottom of My Company.</source>
        <translation>WeChat 公式アカウントの ID かもしれません。Company ID は「My Company」の一番下にあります。</translation>
    </message>
    <message>
        <source>A Company ID usually begins with ww and has 18 characters.</source>
        <translation>Company ID は通常 ww で始まる 18 文字です。</translation>
    </message>
    <message>
        <source>An AgentId is usually a number like 1000004.</source>
        <translation>AgentId は通常 1000004 のような数字です。</translation>
    </message>
    <message>
        <source>A Secret usually has 43 characters; this one has %1.</source>
        <translation>Secret は通常 43 文字です。この値は %1 文字です。</translation>
    </message>
    <message>
        <source>This cannot be a Company ID.</source>
        <translation>これは Company ID ではありません。</translation>
    </message>
    <message>
        <source>An AgentId is a number.</source>
        <translation>AgentId は数字です。</translation>
    </message>
    <message>
        <source>This cannot be a Secret.</source>
        <translation>これは Secret ではありません。</translation>
    </message>
    <message>
        <source>This is the long number of the console&apos;s address bar. The AgentId is the short one on the app&apos;s page.</source>
        <translation>コンソールのアドレスバーにある長い数字です。AgentId はアプリのページにある短い数字です。</translation>
    </message>
    <message>
        <source>Not taken: this is the hidden form with stars. Show the value in the console first, then copy it.</source>
        <translation>入力しませんでした：伏せ字のままの値です。先にコンソールで値を表示してからコピーしてください。</translation>
    </message>
    <message>
        <source>Not taken: this is the address of a page in WeCom&apos;s console. The number in it is not the AgentId; open that page and copy the values that stand on it.</source>
        <translation>入力しませんでした：WeCom コンソールのページのアドレスです。含まれる数字は AgentId ではありません。そのページを開き、表示されている値をコピーしてください。</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>認識しました：%1</translation>
    </message>
    <message>
        <source>Recognised and put where it belongs: %1</source>
        <translation>認識し、正しい欄に入れました：%1</translation>
    </message>
    <message>
        <source>something that looks like the Secret</source>
        <translation>Secret のような値</translation>
    </message>
    <message>
        <source>On your clipboard: %1</source>
        <translation>クリップボードの内容：%1</translation>
    </message>
</context>
<context>
    <name>ui::CredentialsPage</name>
    <message>
        <source>&amp;Fill in the sample values</source>
        <translation>サンプル値を入力(&amp;F)</translation>
    </message>
    <message>
        <source>Not stored: %1</source>
        <translation>保存されませんでした：%1</translation>
    </message>
    <message>
        <source>These values were stored for other addresses than this setup names. Nothing is sent until you agree that they may go to %1 and %2.</source>
        <translation>これらの値は、この設定とは別のアドレス用に保存されました。%1 と %2 に送信することに同意するまで、何も送信しません。</translation>
    </message>
    <message>
        <source>All values checked</source>
        <translation>すべての値を確認済み</translation>
    </message>
    <message>
        <source>&amp;Company ID</source>
        <translation>Company ID(&amp;C)</translation>
    </message>
    <message>
        <source>My Company → Company information → Company ID (bottom of the page)</source>
        <translation>My Company → Company information → Company ID（ページの一番下）</translation>
    </message>
    <message>
        <source>&amp;AgentId</source>
        <translation>AgentId(&amp;A)</translation>
    </message>
    <message>
        <source>App Management → your app → AgentId</source>
        <translation>App Management → 対象のアプリ → AgentId</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>Secret(&amp;S)</translation>
    </message>
    <message>
        <source>Press View next to Secret; WeCom sends it to your phone</source>
        <translation>Secret の横の View を押すと、スマートフォンの WeCom に届きます</translation>
    </message>
    <message>
        <source>Checked with WeCom</source>
        <translation>WeCom での確認</translation>
    </message>
    <message>
        <source>In the console</source>
        <translation>コンソールでの場所</translation>
    </message>
    <message>
        <source>They may be sent there</source>
        <translation>送信してよい</translation>
    </message>
    <message>
        <source>Keep them for this run only</source>
        <translation>今回の実行中だけ保持</translation>
    </message>
    <message>
        <source>Copy three values from the WeCom admin console. They are kept for this run only.</source>
        <translation>WeCom 管理コンソールから 3 つの値をコピーします。値は今回の実行中だけ保持されます。</translation>
    </message>
</context>
<context>
    <name>ui::EnablingBar</name>
    <message>
        <source>Step 1 of 3: NocoBase enables the plugin…</source>
        <translation>手順 1/3：NocoBase がプラグインを有効にしています…</translation>
    </message>
    <message>
        <source>Step 2 of 3: NocoBase restarts…</source>
        <translation>手順 2/3：NocoBase が再起動しています…</translation>
    </message>
    <message>
        <source>Step 3 of 3: NocoBase answers again, and settles…</source>
        <translation>手順 3/3：NocoBase が応答し、安定するのを待っています…</translation>
    </message>
    <message>
        <source>%1 s of at most %2 s</source>
        <translation>%1 秒／最長 %2 秒</translation>
    </message>
</context>
<context>
    <name>ui::FinishPage</name>
    <message numerus="yes">
        <source>%1 of %2 steps done, %n need attention</source>
        <translation>
            <numerusform>%2 ステップ中 %1 完了、要対応 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%2 ステップ中 %1 完了</translation>
    </message>
    <message>
        <source>Workbench homepage</source>
        <translation>ワークベンチのホームページ</translation>
    </message>
    <message>
        <source>QR code of the workbench homepage, to be scanned with WeCom</source>
        <translation>ワークベンチのホームページの QR コード（WeCom でスキャン）</translation>
    </message>
    <message>
        <source>Where everything stands (rehearsal)</source>
        <translation>現在の状況（リハーサル）</translation>
    </message>
    <message>
        <source>Where everything stands</source>
        <translation>現在の状況</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>What was checked, from where and when, what was changed, and how the test login went. No secret is in it.</source>
        <translation>何を、どこから、いつ確認したか、何を変更したか、ログインのテストの結果を記載します。秘密の値は含まれません。</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>レポートを保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>The settings as a file for a colleague&apos;s computer. Company ID, AgentId, Secret and password are not in it.</source>
        <translation>同僚のコンピューターで使うための設定ファイルです。Company ID、AgentId、Secret、パスワードは含まれません。</translation>
    </message>
    <message>
        <source>Save &amp;file…</source>
        <translation>ファイルを保存(&amp;F)…</translation>
    </message>
    <message>
        <source>How colleagues sign in for the first time</source>
        <translation>同僚が初めてサインインする方法</translation>
    </message>
    <message>
        <source>Open WeCom on the phone and go to &lt;b&gt;Workbench&lt;/b&gt;</source>
        <translation>スマートフォンで WeCom を開き、&lt;b&gt;Workbench&lt;/b&gt;に移動します</translation>
    </message>
    <message>
        <source>Tap the app, or scan this code with WeCom</source>
        <translation>アプリをタップするか、WeCom でこのコードをスキャンします</translation>
    </message>
    <message>
        <source>Allow the phone number. From then on the button on NocoBase&apos;s sign-in page works too</source>
        <translation>電話番号の利用を許可します。次回から NocoBase のサインインページのボタンも使えます</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Web ページ (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>データ (*.json)</translation>
    </message>
    <message>
        <source>Save hand-over file</source>
        <translation>引き継ぎファイルを保存</translation>
    </message>
    <message>
        <source>Setup (*.json)</source>
        <translation>設定 (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written. %2</source>
        <translation>%1 に書き込めませんでした。%2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Check &amp;everything again</source>
        <translation>すべて再確認(&amp;E)</translation>
    </message>
    <message>
        <source>What is left, and for whom</source>
        <translation>残っている作業と担当者</translation>
    </message>
    <message>
        <source>&amp;Copy as a message in English and Chinese</source>
        <translation>英語と中国語のメッセージとしてコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Look at it or print…</source>
        <translation>表示または印刷(&amp;L)…</translation>
    </message>
    <message>
        <source>Save as a &amp;poster…</source>
        <translation>ポスターとして保存(&amp;P)…</translation>
    </message>
    <message>
        <source>Save poster</source>
        <translation>ポスターを保存</translation>
    </message>
    <message>
        <source>Copied. It holds no secret; send it to both admins.</source>
        <translation>コピーしました。秘密の値は含まれません。両方の管理者に送ってください。</translation>
    </message>
    <message>
        <source>Certificates, addresses and settings change: check again in a week, on %1, and after every change.</source>
        <translation>証明書、アドレス、設定は変わることがあります。1 週間後の %1 と、変更のたびにもう一度確認してください。</translation>
    </message>
    <message>
        <source>Save a re&amp;minder for the calendar…</source>
        <translation>カレンダーの予定を保存(&amp;M)…</translation>
    </message>
    <message>
        <source>Save it as a &amp;text…</source>
        <translation>テキストとして保存(&amp;T)…</translation>
    </message>
    <message>
        <source>Save what is left</source>
        <translation>残っている作業を保存</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Save reminder</source>
        <translation>予定を保存</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>カレンダー (*.ics)</translation>
    </message>
    <message>
        <source>The settings as a file for a colleague&apos;s computer. In a rehearsal it is a sample that cannot be imported.</source>
        <translation>設定をファイルに保存して、同僚のコンピューターで使えるようにします。リハーサルで保存したものは見本で、取り込めません。</translation>
    </message>
    <message>
        <source>When last checked: %1 of %2</source>
        <translation>前回の確認時：%1/%2</translation>
    </message>
    <message>
        <source>Was checked on %1; not looked at since the start</source>
        <translation>%1 に確認済み（起動後は未確認）</translation>
    </message>
</context>
<context>
    <name>ui::Footer</name>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
</context>
<context>
    <name>ui::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>操作ガイド</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::HomepagePage</name>
    <message>
        <source>Homepage link</source>
        <translation>ホームページのリンク</translation>
    </message>
    <message>
        <source>Homepage link for computers</source>
        <translation>コンピューター用のホームページのリンク</translation>
    </message>
    <message>
        <source>Homepage link for phones</source>
        <translation>スマートフォン用のホームページのリンク</translation>
    </message>
    <message>
        <source>Fits, since automatic login is on: NocoBase signs people in by itself.</source>
        <translation>自動ログインが有効なので適しています。NocoBase が自動的にサインインさせます。</translation>
    </message>
    <message>
        <source>Without automatic login people land on the sign-in page. Switch it on in step 8, or take WeCom&apos;s login address.</source>
        <translation>自動ログインがないと、サインインページが開きます。ステップ 8 で有効にするか、WeCom のログインアドレスを使ってください。</translation>
    </message>
    <message>
        <source>Signs people in on its own, and asks for the phone number by which NocoBase finds the user.</source>
        <translation>自動的にサインインさせ、NocoBase がユーザーを探すための電話番号を求めます。</translation>
    </message>
    <message>
        <source>What opens in the workbench</source>
        <translation>ワークベンチで開くもの</translation>
    </message>
    <message>
        <source>A &amp;plain NocoBase address</source>
        <translation>NocoBase の通常のアドレス(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;WeCom&apos;s login address (OAuth)</source>
        <translation>WeCom のログインアドレス（OAuth）(&amp;W)</translation>
    </message>
    <message>
        <source>A page of its own for p&amp;hones</source>
        <translation>スマートフォンでは別のページを使う(&amp;H)</translation>
    </message>
    <message>
        <source>Pa&amp;ge</source>
        <translation>ページ(&amp;G)</translation>
    </message>
    <message>
        <source>A page of NocoBase, for example /admin</source>
        <translation>NocoBase のページ（例：/admin）</translation>
    </message>
    <message>
        <source>Page on phon&amp;es</source>
        <translation>スマートフォンでのページ(&amp;E)</translation>
    </message>
    <message>
        <source>For example /m</source>
        <translation>例：/m</translation>
    </message>
    <message>
        <source>For computers</source>
        <translation>コンピューター用</translation>
    </message>
    <message>
        <source>For phones</source>
        <translation>スマートフォン用</translation>
    </message>
    <message>
        <source>On the app&apos;s page, find &lt;b&gt;App Homepage&lt;/b&gt; and choose &lt;b&gt;Settings&lt;/b&gt;</source>
        <translation>アプリのページで&lt;b&gt;App Homepage&lt;/b&gt;を見つけ、&lt;b&gt;Settings&lt;/b&gt;を選びます</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Web page&lt;/b&gt; and paste; for two links, first choose to set up mobile and desktop separately</source>
        <translation>&lt;b&gt;Web page&lt;/b&gt;を選んで貼り付けます。リンクが 2 つある場合は、先にモバイルとデスクトップを別々に設定するよう選びます</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Confirm&lt;/b&gt;, then come back</source>
        <translation>&lt;b&gt;Confirm&lt;/b&gt;を選び、ここに戻ります</translation>
    </message>
</context>
<context>
    <name>ui::LayoutCard</name>
    <message>
        <source>There is no WeCom authenticator in NocoBase yet.</source>
        <translation>NocoBase にはまだ WeCom 認証器がありません。</translation>
    </message>
    <message>
        <source>The assistant is watching for it…</source>
        <translation>アシスタントが待機しています…</translation>
    </message>
    <message>
        <source>Nothing has appeared in NocoBase for ten minutes.</source>
        <translation>10 分間、NocoBase に何も現れませんでした。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度見る</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Fill in NocoBase&apos;s own form</source>
        <translation>NocoBase のフォームに入力</translation>
    </message>
    <message>
        <source>Show the assistant where your plugin keeps its options</source>
        <translation>プラグインが設定をどこに保存するかをアシスタントに示す</translation>
    </message>
    <message>
        <source>Nobody but NocoBase&apos;s own form knows that. Save one authenticator there with these sample values; the assistant reads it and learns. It stays disabled, so nobody can sign in by it.</source>
        <translation>それを知っているのは NocoBase のフォームだけです。これらのサンプル値で認証器を 1 つ保存してください。アシスタントが読み取って学習します。無効のままなので、誰もサインインには使えません。</translation>
    </message>
    <message>
        <source>Open the page of authenticators, press &lt;b&gt;Add new&lt;/b&gt; and choose &lt;b&gt;WeCom&lt;/b&gt;</source>
        <translation>認証器のページを開き、&lt;b&gt;Add new&lt;/b&gt;を押して&lt;b&gt;WeCom&lt;/b&gt;を選びます</translation>
    </message>
    <message>
        <source>Fill in these values. Switch &lt;b&gt;Automatic login&lt;/b&gt; on if there is such a field, and leave &lt;b&gt;Enabled&lt;/b&gt; off</source>
        <translation>これらの値を入力します。&lt;b&gt;Automatic login&lt;/b&gt;の項目があればオンにし、&lt;b&gt;Enabled&lt;/b&gt;はオフのままにします</translation>
    </message>
    <message>
        <source>Press &lt;b&gt;Submit&lt;/b&gt;. The assistant sees it by itself</source>
        <translation>&lt;b&gt;Submit&lt;/b&gt;を押します。アシスタントが自動的に認識します</translation>
    </message>
    <message>
        <source>&amp;Open the page</source>
        <translation>ページを開く(&amp;O)</translation>
    </message>
    <message>
        <source>In the &amp;new interface</source>
        <translation>新しい画面で開く(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;I have entered them</source>
        <translation>入力しました(&amp;I)</translation>
    </message>
    <message>
        <source>I would rather fill in the real values there myself</source>
        <translation>実際の値を自分で入力する</translation>
    </message>
    <message>
        <source>Let the assistant learn it from sample values instead</source>
        <translation>サンプル値からアシスタントに学習させる</translation>
    </message>
    <message>
        <source>Add a WeCom authenticator in NocoBase with these values and enable it. The assistant then reads back what it can, and proves the rest.</source>
        <translation>これらの値で NocoBase に WeCom 認証器を追加し、有効にしてください。アシスタントが読み取れるものを読み直し、残りを証明します。</translation>
    </message>
    <message>
        <source>Sample values</source>
        <translation>サンプル値</translation>
    </message>
    <message>
        <source>Values for NocoBase&apos;s form</source>
        <translation>NocoBase のフォーム用の値</translation>
    </message>
</context>
<context>
    <name>ui::LayoutQuestions</name>
    <message>
        <source>Questions</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>%1 of the authenticator “%2” is kept in:</source>
        <translation>認証器「%2」の %1 の保存場所：</translation>
    </message>
    <message>
        <source>%1 (empty)</source>
        <translation>%1（空）</translation>
    </message>
    <message>
        <source>%1, where it now says %2</source>
        <translation>%1（現在の値：%2）</translation>
    </message>
    <message>
        <source>None of these: leave this option alone</source>
        <translation>どれでもない：この設定には触れない</translation>
    </message>
    <message>
        <source>Which place is the right one?</source>
        <translation>正しい場所はどれですか？</translation>
    </message>
</context>
<context>
    <name>ui::LoginCard</name>
    <message>
        <source>The last test login, on %1</source>
        <translation>前回のログインのテスト（%1）</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>ファイルに保存…</translation>
    </message>
    <message>
        <source>Save the login</source>
        <translation>ログインの記録を保存</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>データ (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1. It holds no code and no token.</source>
        <translation>%1 に保存しました。コードとトークンは含まれません。</translation>
    </message>
    <message>
        <source>%1 could not be written. %2</source>
        <translation>%1 に書き込めませんでした。%2</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The setup file could not be read. It is kept as %1, and a fresh one is used.</source>
        <translation>設定ファイルを読み取れませんでした。%1 として残し、新しいファイルを使います。</translation>
    </message>
    <message>
        <source>%1 · Step %2 of %3</source>
        <translation>%1 · ステップ %2/%3</translation>
    </message>
    <message>
        <source>Close once more to leave without saving.</source>
        <translation>もう一度閉じると、保存せずに終了します。</translation>
    </message>
    <message>
        <source>“%1” was imported as a setup of its own. Account, password, Company ID, AgentId and Secret are not in such a file: fill them in here.</source>
        <translation>「%1」を独立した設定として取り込みました。アカウント、パスワード、Company ID、AgentId、Secret はファイルに含まれないため、ここで入力してください。</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>The setup “%1” was not removed: %2</source>
        <translation>設定「%1」は削除されませんでした：%2</translation>
    </message>
    <message>
        <source>“%1” was imported and waits on the page Welcome. The rehearsal goes on.</source>
        <translation>「%1」を取り込みました。「はじめに」のページから開けます。リハーサルは続きます。</translation>
    </message>
</context>
<context>
    <name>ui::NewLinkCard</name>
    <message>
        <source>Looking who is linked to WeCom already…</source>
        <translation>すでに WeCom と連携しているユーザーを確認しています…</translation>
    </message>
    <message>
        <source>A first login leaves a new link in NocoBase, which is seen here. Watching, %1 left.</source>
        <translation>初回のログインは NocoBase に新しい連携を残すので、ここで分かります。待機中、残り %1。</translation>
    </message>
    <message>
        <source>Somebody&apos;s first login has come through.</source>
        <translation>初回のログインが届きました。</translation>
    </message>
    <message>
        <source>Seen in NocoBase, and the one you tried: this step is verified.</source>
        <translation>NocoBase で確認でき、試したログインと一致しました。このステップは検証済みです。</translation>
    </message>
    <message>
        <source>No first login was seen in ten minutes. Later logins of the same person leave nothing to see.</source>
        <translation>10 分間、初回のログインは見られませんでした。同じ人の 2 回目以降のログインは何も残しません。</translation>
    </message>
    <message>
        <source>NocoBase cannot be asked for new links now. Sign in to it in the step NocoBase, and apply the login first.</source>
        <translation>今は NocoBase に新しい連携を問い合わせられません。ステップ「NocoBase」でサインインし、先にログインを適用してください。</translation>
    </message>
    <message>
        <source>%1 is linked to WeCom now. Is this the login that you tried?</source>
        <translation>%1 さんが WeCom と連携しました。これは試したログインですか？</translation>
    </message>
    <message>
        <source>What NocoBase sees</source>
        <translation>NocoBase で見えること</translation>
    </message>
    <message>
        <source>Yes, that was it</source>
        <translation>はい、これです</translation>
    </message>
    <message>
        <source>No, somebody else</source>
        <translation>いいえ、別の人です</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>もう一度待つ</translation>
    </message>
</context>
<context>
    <name>ui::NocobasePage</name>
    <message>
        <source>This is no web address. It looks like crm.example.com.</source>
        <translation>Web アドレスではありません。crm.example.com のような形式です。</translation>
    </message>
    <message>
        <source>C&amp;heck connection</source>
        <translation>接続を確認(&amp;H)</translation>
    </message>
    <message>
        <source>Not stored: %1</source>
        <translation>保存されませんでした：%1</translation>
    </message>
    <message>
        <source>&amp;Address of your NocoBase</source>
        <translation>NocoBase のアドレス(&amp;A)</translation>
    </message>
    <message>
        <source>As your colleagues type it, for example https://crm.example.com. It becomes the Origin of the login.</source>
        <translation>同僚が入力するとおりのアドレス（例：https://crm.example.com）。ログインの Origin になります。</translation>
    </message>
    <message>
        <source>Send my password although the connection is &amp;not encrypted (http)</source>
        <translation>接続が暗号化されていなくても（http）パスワードを送信する(&amp;N)</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>サインインの方法</translation>
    </message>
    <message>
        <source>Acco&amp;unt and password</source>
        <translation>アカウントとパスワード(&amp;U)</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API キー(&amp;K)</translation>
    </message>
    <message>
        <source>Acc&amp;ount</source>
        <translation>アカウント(&amp;O)</translation>
    </message>
    <message>
        <source>An account that may manage authentication, for example the first administrator</source>
        <translation>認証を管理できるアカウント（例：最初の管理者）</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Used for this run and never stored</source>
        <translation>今回の実行だけに使い、保存しません</translation>
    </message>
    <message>
        <source>API ke&amp;y</source>
        <translation>API キー(&amp;Y)</translation>
    </message>
    <message>
        <source>Made in NocoBase under Settings → API keys, with a role that may manage authentication</source>
        <translation>NocoBase の「Settings → API keys」で、認証を管理できるロールを付けて作成します</translation>
    </message>
    <message>
        <source>Keep the API key in this computer&apos;s key&amp;chain</source>
        <translation>API キーをこのコンピューターのキーチェーンに保存する(&amp;C)</translation>
    </message>
    <message>
        <source>More: another application than the main one</source>
        <translation>その他：メイン以外のアプリケーション</translation>
    </message>
    <message>
        <source>App&amp;lication</source>
        <translation>アプリケーション(&amp;L)</translation>
    </message>
    <message>
        <source>“main”, or the name of a sub-application of this NocoBase</source>
        <translation>「main」、またはこの NocoBase のサブアプリケーションの名前</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>確認項目</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>確認する内容</translation>
    </message>
    <message>
        <source>Whether NocoBase answers, its certificate and version, whether the WeCom plugin is there and on, and which WeCom logins exist already. Nothing is changed on this page.</source>
        <translation>NocoBase が応答するか、証明書とバージョン、WeCom プラグインがあって有効か、既存の WeCom ログインを確認します。このページでは何も変更しません。</translation>
    </message>
    <message>
        <source>&amp;Fill in the sample account</source>
        <translation>サンプルアカウントを入力(&amp;F)</translation>
    </message>
    <message>
        <source>Certificates you trust</source>
        <translation>信頼している証明書</translation>
    </message>
    <message>
        <source>Stop trusting it</source>
        <translation>信頼をやめる</translation>
    </message>
    <message>
        <source>Stop trusting the certificate of %1</source>
        <translation>%1 の証明書の信頼をやめる</translation>
    </message>
    <message>
        <source>This is an address of WeCom. Here belongs the address of your NocoBase.</source>
        <translation>WeCom のアドレスです。ここには NocoBase のアドレスを入力します。</translation>
    </message>
    <message>
        <source>The rehearsal asks its own NocoBase alone; nothing is sent to this address. For your own NocoBase, begin a setup on the page Welcome.</source>
        <translation>リハーサルが問い合わせるのは付属の NocoBase だけで、このアドレスには何も送信しません。ご自分の NocoBase に接続するには、「はじめに」のページで設定を始めてください。</translation>
    </message>
    <message>
        <source>Put the rehearsal&apos;s address back</source>
        <translation>リハーサルのアドレスに戻す</translation>
    </message>
</context>
<context>
    <name>ui::NumberedSteps</name>
    <message>
        <source>What to do</source>
        <translation>すること</translation>
    </message>
</context>
<context>
    <name>ui::OpenPage</name>
    <message>
        <source>No browser opened</source>
        <translation>ブラウザーが開きません</translation>
    </message>
    <message>
        <source>No browser could be opened. Open this address yourself:</source>
        <translation>ブラウザーを開けませんでした。次のアドレスをご自分で開いてください：</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
</context>
<context>
    <name>ui::OptionsPage</name>
    <message>
        <source>Needs NocoBase %1; this one is %2. Your wish is kept until then.</source>
        <translation>NocoBase %1 が必要です（現在 %2）。それまで希望の設定を覚えておきます。</translation>
    </message>
    <message>
        <source>It is not known where this plugin keeps this option. Set it in NocoBase&apos;s own form.</source>
        <translation>このプラグインがこの設定をどこに保存するかわかりません。NocoBase のフォームで設定してください。</translation>
    </message>
    <message>
        <source>NocoBase holds the variable %1 here; it is left as it is.</source>
        <translation>NocoBase のここには変数 %1 があります。そのままにします。</translation>
    </message>
    <message>
        <source>Without a title the button has the plugin&apos;s own name.</source>
        <translation>タイトルがないと、ボタンにはプラグインの名前が表示されます。</translation>
    </message>
    <message>
        <source>Origin: %1 – the address colleagues type, from step 2. WeCom sends people back to it.</source>
        <translation>Origin：%1 – ステップ 2 で入力した、同僚が使うアドレスです。WeCom はここに戻します。</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>まだわかりません</translation>
    </message>
    <message>
        <source>On the sign-in page</source>
        <translation>サインインページ</translation>
    </message>
    <message>
        <source>When somebody signs in</source>
        <translation>サインインしたとき</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>確認項目</translation>
    </message>
    <message>
        <source>&amp;Title of the button</source>
        <translation>ボタンのタイトル(&amp;T)</translation>
    </message>
    <message>
        <source>What colleagues read on NocoBase&apos;s sign-in page</source>
        <translation>NocoBase のサインインページに表示される文字</translation>
    </message>
    <message>
        <source>T&amp;ooltip of the button</source>
        <translation>ボタンのツールチップ(&amp;O)</translation>
    </message>
    <message>
        <source>May stay empty. Shown when the mouse rests on the button</source>
        <translation>空でもかまいません。マウスを重ねると表示されます</translation>
    </message>
    <message>
        <source>Sho&amp;w the button</source>
        <translation>ボタンを表示する(&amp;W)</translation>
    </message>
    <message>
        <source>The authenticator is enabled in NocoBase</source>
        <translation>NocoBase で認証器を有効にします</translation>
    </message>
    <message>
        <source>&amp;Automatic login</source>
        <translation>自動ログイン(&amp;A)</translation>
    </message>
    <message>
        <source>A NocoBase link opened inside WeCom signs people in by itself. Only one authenticator can have it.</source>
        <translation>WeCom 内で NocoBase のリンクを開くと自動的にサインインします。有効にできる認証器は 1 つだけです。</translation>
    </message>
    <message>
        <source>&amp;Create a user when no phone number matches</source>
        <translation>一致する電話番号がないときユーザーを作成する(&amp;C)</translation>
    </message>
    <message>
        <source>Off: only people whose phone number is in NocoBase already can sign in</source>
        <translation>オフ：NocoBase に電話番号がある人だけがサインインできます</translation>
    </message>
    <message>
        <source>Workbench a&amp;pplication redirect link</source>
        <translation>ワークベンチアプリのリダイレクト先(&amp;P)</translation>
    </message>
    <message>
        <source>May stay empty. The page after signing in, for example /admin or /m</source>
        <translation>空でもかまいません。サインイン後に開くページ（例：/admin、/m）</translation>
    </message>
</context>
<context>
    <name>ui::OwnBrowser</name>
    <message>
        <source>Noted as confirmed by you. The program itself did not see this login.</source>
        <translation>あなたの確認として記録しました。プログラム自身はこのログインを見ていません。</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>サインインページ</translation>
    </message>
    <message>
        <source>QR code of the sign-in page</source>
        <translation>サインインページの QR コード</translation>
    </message>
    <message>
        <source>In your own browser</source>
        <translation>ご自分のブラウザーで</translation>
    </message>
    <message>
        <source>Open the sign-in page, press the WeCom button and scan with WeCom on your phone. A private window shows what new people see.</source>
        <translation>サインインページを開き、WeCom のボタンを押して、スマートフォンの WeCom でスキャンします。プライベートウィンドウを使うと、初めての人と同じ表示になります。</translation>
    </message>
    <message>
        <source>&amp;Open the sign-in page</source>
        <translation>サインインページを開く(&amp;O)</translation>
    </message>
    <message>
        <source>The QR code opens the same page on another device.</source>
        <translation>QR コードで、別の端末でも同じページを開けます。</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>結果はどうでしたか？</translation>
    </message>
    <message>
        <source>Use the built-in browser</source>
        <translation>内蔵ブラウザーを使う</translation>
    </message>
    <message>
        <source>The program cannot look into your browser. Choose what you saw last.</source>
        <translation>プログラムはお使いのブラウザーの中を見られません。最後に見たものを選んでください。</translation>
    </message>
    <message>
        <source>This address works on this computer only, so there is no QR code for another device.</source>
        <translation>このアドレスはこのコンピューターでしか使えないため、ほかの端末用の QR コードはありません。</translation>
    </message>
</context>
<context>
    <name>ui::OwnershipGuide</name>
    <message>
        <source>Put the file into /var/www/wecom first.</source>
        <translation>先にファイルを /var/www/wecom に置いてください。</translation>
    </message>
    <message>
        <source>It must answer at %1 with exactly what the file holds, and stay there. Who runs the web server adds this:</source>
        <translation>%1 でファイルの内容がそのまま返され、その状態が保たれる必要があります。Web サーバーの担当者が次を追加します：</translation>
    </message>
    <message>
        <source>Into the server block of your site, then reload nginx.</source>
        <translation>サイトの server ブロックに追加し、nginx を再読み込みします。</translation>
    </message>
    <message>
        <source>Rule for nginx</source>
        <translation>nginx の規則</translation>
    </message>
    <message>
        <source>Into the block of your site in the Caddyfile, then reload Caddy.</source>
        <translation>Caddyfile のサイトのブロックに追加し、Caddy を再読み込みします。</translation>
    </message>
    <message>
        <source>Rule for Caddy</source>
        <translation>Caddy の規則</translation>
    </message>
    <message>
        <source>Where nothing stands in front of NocoBase&apos;s own image: put the file beside docker-compose.yml, add this to the app, then run docker compose up -d.</source>
        <translation>NocoBase のイメージの前に何もない場合：ファイルを docker-compose.yml の隣に置き、app に次を追加して、docker compose up -d を実行します。</translation>
    </message>
    <message>
        <source>Volume for Docker</source>
        <translation>Docker のボリューム</translation>
    </message>
    <message>
        <source>Where the file goes</source>
        <translation>ファイルの置き場所</translation>
    </message>
    <message>
        <source>NocoBase&apos;s Doc&amp;ker image</source>
        <translation>NocoBase の Docker イメージ(&amp;K)</translation>
    </message>
</context>
<context>
    <name>ui::PhoneCard</name>
    <message>
        <source>No login page is waiting for a phone.</source>
        <translation>スマートフォンを待っているログインページはありません。</translation>
    </message>
    <message>
        <source>Rehearsal: the phone of a colleague</source>
        <translation>リハーサル：同僚のスマートフォン</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>スキャン(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Agree</source>
        <translation>承認(&amp;A)</translation>
    </message>
    <message>
        <source>A login page shows its QR code. The colleague holds the phone up to it.</source>
        <translation>ログインページに QR コードが出ています。同僚がスマートフォンをかざします。</translation>
    </message>
    <message>
        <source>WeCom asks the colleague before anybody is signed in.</source>
        <translation>サインインの前に、WeCom が同僚に確認します。</translation>
    </message>
    <message>
        <source>The colleague has agreed. WeCom lets the login page go on.</source>
        <translation>同僚が同意しました。WeCom がログインページを先に進めます。</translation>
    </message>
    <message>
        <source>The colleague has declined. WeCom sends the page back without an approval.</source>
        <translation>同僚が拒否しました。WeCom は承認なしでページを戻します。</translation>
    </message>
    <message>
        <source>The app is not visible to this colleague, so WeCom will not tell NocoBase who it is.</source>
        <translation>このアプリは同僚の利用範囲に入っていないため、WeCom は誰なのかを NocoBase に伝えません。</translation>
    </message>
    <message>
        <source>Nobody scanned in time. The page has to be opened anew.</source>
        <translation>時間内に読み取られませんでした。ページを開き直す必要があります。</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>WeCom</translation>
    </message>
    <message>
        <source>Log in to %1?</source>
        <translation>%1 にログインしますか？</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意しました</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>拒否しました</translation>
    </message>
    <message>
        <source>You may not use this app</source>
        <translation>このアプリは使用できません</translation>
    </message>
    <message>
        <source>The QR code has expired</source>
        <translation>QR コードの期限が切れました</translation>
    </message>
    <message>
        <source>A drawn phone: %1</source>
        <translation>描かれたスマートフォン：%1</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::Play</name>
    <message>
        <source>The rehearsal could not start, or %1 cannot be written.</source>
        <translation>リハーサルを開始できないか、%1 に書き込めません。</translation>
    </message>
    <message>
        <source>Could not be written: %1</source>
        <translation>書き込めませんでした：%1</translation>
    </message>
    <message>
        <source>Sign in with WeCom</source>
        <translation>WeCom でサインイン</translation>
    </message>
</context>
<context>
    <name>ui::PlayedPage</name>
    <message>
        <source>The page that a browser would show</source>
        <translation>ブラウザーに表示されるはずのページ</translation>
    </message>
    <message>
        <source>QR code of the login page</source>
        <translation>ログインページの QR コード</translation>
    </message>
    <message>
        <source>Drawn: played without a browser</source>
        <translation>描いたもの：ブラウザーなしで再生</translation>
    </message>
</context>
<context>
    <name>ui::PresentationLink</name>
    <message>
        <source>End presentation</source>
        <translation>プレゼンを終了</translation>
    </message>
    <message>
        <source>Show names and numbers again</source>
        <translation>名前と番号をもう一度表示する</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>プレゼンテーション</translation>
    </message>
    <message>
        <source>Hide names and numbers, with larger texts</source>
        <translation>名前と番号を隠し、文字を大きくする</translation>
    </message>
</context>
<context>
    <name>ui::RehearsalBar</name>
    <message>
        <source>Rehearsal</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>%1 – WeCom and NocoBase are simulated on this computer.</source>
        <translation>%1 – WeCom と NocoBase はこのコンピューター上の模擬環境です。</translation>
    </message>
    <message>
        <source>%1 – nothing outside this computer is touched.</source>
        <translation>%1 – このコンピューターの外には何も影響しません。</translation>
    </message>
    <message>
        <source>&amp;Do it in the simulated console</source>
        <translation>模擬コンソールで実行する(&amp;D)</translation>
    </message>
    <message>
        <source>%1 – done in the simulated console.</source>
        <translation>%1 – 模擬コンソールで実行しました。</translation>
    </message>
    <message>
        <source>Show as a tour…</source>
        <translation>ツアーで見る…</translation>
    </message>
    <message>
        <source>No fault: everything as it should be</source>
        <translation>不具合なし：すべて正常</translation>
    </message>
    <message>
        <source>%1 with a fault: %2</source>
        <translation>%1（不具合あり：%2）</translation>
    </message>
    <message>
        <source>Practise a fault…</source>
        <translation>不具合で練習…</translation>
    </message>
</context>
<context>
    <name>ui::ReplayBar</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>もう一度再生</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>次の出来事</translation>
    </message>
    <message>
        <source>Speed ×%1</source>
        <translation>速度 ×%1</translation>
    </message>
    <message>
        <source>Replay of the login</source>
        <translation>ログインの再生</translation>
    </message>
</context>
<context>
    <name>ui::ReportPreview</name>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::ReviewPage</name>
    <message>
        <source>The settings are in NocoBase.</source>
        <translation>設定は NocoBase に反映されています。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. This is what will change in NocoBase.</source>
        <translation>まだ何も変更されていません。NocoBase で変更される内容は次のとおりです。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 に %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>変更 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n authenticator(s)</source>
        <translation>
            <numerusform>認証器 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n change(s)</source>
        <translation>
            <numerusform>変更 %n 件を適用(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at NocoBase…</source>
        <translation>NocoBase を確認しています…</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>移動：%1</translation>
    </message>
    <message>
        <source>New authenticator “%1”</source>
        <translation>新しい認証器「%1」</translation>
    </message>
    <message>
        <source>Authenticator “%1”</source>
        <translation>認証器「%1」</translation>
    </message>
    <message>
        <source>Automatic login is also on for “%1”. Only one can have it, so it will be turned off there.</source>
        <translation>「%1」の自動ログインも有効です。有効にできるのは 1 つだけなので、そちらは無効にします。</translation>
    </message>
    <message>
        <source>Being applied</source>
        <translation>適用中</translation>
    </message>
    <message>
        <source>How it is applied</source>
        <translation>適用の方法</translation>
    </message>
    <message>
        <source>The present settings are kept, so Undo can put them back</source>
        <translation>現在の設定を保存し、後で元に戻せるようにします</translation>
    </message>
    <message>
        <source>After writing, everything is read back and compared</source>
        <translation>書き込んだ後、すべてを読み直して比べます</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>すべて以前の状態に戻りました。</translation>
    </message>
    <message>
        <source>It could not be put back. %1</source>
        <translation>元に戻せませんでした。%1</translation>
    </message>
    <message>
        <source>What was there before the last apply is kept.</source>
        <translation>最後の適用の前の設定が保存されています。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>確認項目</translation>
    </message>
    <message>
        <source>Which authenticator is this setup about?</source>
        <translation>どの認証器を設定しますか？</translation>
    </message>
    <message>
        <source>&amp;Undo anyway</source>
        <translation>それでも元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>NocoBase holds these settings already. Nothing has to be changed.</source>
        <translation>NocoBase はすでにこの設定になっています。変更は必要ありません。</translation>
    </message>
    <message>
        <source>What you have entered in NocoBase is proven here.</source>
        <translation>NocoBase に入力した内容をここで証明します。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>まだ何も変更されていません。</translation>
    </message>
    <message>
        <source>NocoBase restarts for everyone</source>
        <translation>全員に対して NocoBase が再起動します</translation>
    </message>
    <message>
        <source>&amp;Enable the plugin</source>
        <translation>プラグインを有効にする(&amp;E)</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>証明</translation>
    </message>
    <message>
        <source>NocoBase&apos;s sign-in page</source>
        <translation>NocoBase のサインインページ</translation>
    </message>
    <message>
        <source>I have entered the values in NocoBase&apos;s own form</source>
        <translation>NocoBase のフォームに値を入力しました</translation>
    </message>
    <message>
        <source>Learned from “%1”. Applying puts the real values into it. Or remove it, and a new authenticator is made.</source>
        <translation>「%1」から学習しました。適用すると実際の値が入ります。削除して新しい認証器を作ることもできます。</translation>
    </message>
    <message>
        <source>The authenticator “%1” still holds the sample values. Use it for the real ones, or remove it.</source>
        <translation>認証器「%1」にサンプル値が残っています。実際の値に使うか、削除してください。</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>使う(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>削除する(&amp;R)</translation>
    </message>
    <message>
        <source>The sign-in page shows no button for this authenticator.</source>
        <translation>サインインページにこの認証器のボタンがありません。</translation>
    </message>
    <message>
        <source>The button on the sign-in page did not lead to WeCom.</source>
        <translation>サインインページのボタンから WeCom に移動しませんでした。</translation>
    </message>
    <message>
        <source>The test login in your own browser proves it.</source>
        <translation>ご自分のブラウザーでのログインのテストで証明されます。</translation>
    </message>
    <message>
        <source>Ask me again where the plugin keeps its options</source>
        <translation>プラグインの設定の保存場所をもう一度質問する</translation>
    </message>
    <message>
        <source>NocoBase</source>
        <translation>NocoBase</translation>
    </message>
    <message>
        <source>Enabling the plugin restarts NocoBase for everyone who works in it now; it takes about a minute. What else changes is shown afterwards. Undo does not switch the plugin off again.</source>
        <translation>プラグインを有効にすると、使用中の全員に対して NocoBase が再起動します。約 1 分かかります。ほかの変更はその後に表示されます。「元に戻す」ではプラグインは無効になりません。</translation>
    </message>
    <message>
        <source>They are kept for this run only: Undo works until this program ends.</source>
        <translation>保持されるのは今回の実行中だけです。元に戻せるのはプログラムの終了までです。</translation>
    </message>
    <message>
        <source>What you have entered is in NocoBase already. Not everything is entered yet.</source>
        <translation>入力した内容はすでに NocoBase にあります。まだ入力されていないものがあります。</translation>
    </message>
    <message>
        <source>NocoBase has several ways to sign in with WeCom. This setup&apos;s values are written into the one that you choose. The others keep theirs, except for automatic login: only one can have it.</source>
        <translation>NocoBase には WeCom でのサインイン方法が複数あります。この設定の値は選んだものに書き込まれ、ほかはそのまま残ります。ただし自動ログインは一つだけです。</translation>
    </message>
</context>
<context>
    <name>ui::ReviewWords</name>
    <message>
        <source>%1 (new)</source>
        <translation>%1（新規）</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>%1 is left out: it needs NocoBase %2.</source>
        <translation>%1 は省かれます：NocoBase %2 が必要です。</translation>
    </message>
    <message>
        <source>%1 is left alone: NocoBase holds the variable %2 there.</source>
        <translation>%1 はそのままにします：NocoBase に変数 %2 があります。</translation>
    </message>
    <message>
        <source>%1 is left out: it is not known where this plugin keeps it.</source>
        <translation>%1 は省かれます：このプラグインでの保存場所がわかりません。</translation>
    </message>
    <message>
        <source>Company ID, AgentId and Secret are needed first.</source>
        <translation>先に Company ID、AgentId、Secret が必要です。</translation>
    </message>
    <message>
        <source>Sign in to NocoBase first, so that its present settings can be read.</source>
        <translation>現在の設定を読み取るため、先に NocoBase にサインインしてください。</translation>
    </message>
    <message>
        <source>The changes cannot be worked out yet.</source>
        <translation>変更内容はまだ決められません。</translation>
    </message>
    <message>
        <source>Putting back what was there</source>
        <translation>元の設定に戻しています</translation>
    </message>
    <message>
        <source>Reading the present settings</source>
        <translation>現在の設定を読み取っています</translation>
    </message>
    <message>
        <source>Keeping them for Undo</source>
        <translation>元に戻せるように保存しています</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き込んでいます</translation>
    </message>
    <message>
        <source>Reading back and comparing</source>
        <translation>読み直して比べています</translation>
    </message>
    <message>
        <source>Applied. Everything was read back and is the same.</source>
        <translation>適用しました。すべてを読み直し、一致しています。</translation>
    </message>
    <message>
        <source>Applied, but NocoBase shows some values differently; see the checks.</source>
        <translation>適用しましたが、NocoBase の一部の値が違います。確認項目を見てください。</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>変更は必要ありませんでした。</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>何も変更していません。%1</translation>
    </message>
    <message>
        <source>It did not work, and everything was put back as it was. %1</source>
        <translation>失敗したため、すべて元に戻しました。%1</translation>
    </message>
    <message>
        <source>It did not work, and not everything could be put back. Press Undo to try again. %1</source>
        <translation>失敗し、一部を元に戻せませんでした。「元に戻す」を押してもう一度試してください。%1</translation>
    </message>
    <message>
        <source>The stored values were given for other addresses. Look at them and agree first.</source>
        <translation>保存された値は別のアドレス用です。先に内容を確認して同意してください。</translation>
    </message>
    <message>
        <source>%1: before NocoBase %2 nobody is created when WeCom gives no phone number.</source>
        <translation>%1：NocoBase %2 より前では、WeCom が電話番号を渡さない場合にユーザーは作成されません。</translation>
    </message>
    <message>
        <source>%1: before NocoBase %2 it may fail inside WeCom.</source>
        <translation>%1：NocoBase %2 より前では、WeCom 内で失敗することがあります。</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <translation>%1  –  %2</translation>
    </message>
    <message>
        <source>%1 (kept)</source>
        <translation>%1（そのまま）</translation>
    </message>
    <message>
        <source>Not entered here: %1. NocoBase keeps its own; whether they are right is not proven.</source>
        <translation>ここで未入力：%1。NocoBase の値はそのまま残りますが、正しいかは確認されていません。</translation>
    </message>
</context>
<context>
    <name>ui::SecretField</name>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>隠す：%1</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>表示：%1</translation>
    </message>
</context>
<context>
    <name>ui::SessionHost</name>
    <message>
        <source>Rehearsal</source>
        <translation>リハーサル</translation>
    </message>
</context>
<context>
    <name>ui::SetupList</name>
    <message>
        <source>Is open</source>
        <translation>開いています</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%2 ステップ中 %1 完了</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) need attention</source>
        <translation>
            <numerusform>要対応のステップ %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Left at: %1</source>
        <translation>中断した場所：%1</translation>
    </message>
    <message>
        <source>Last checked: %1</source>
        <translation>最終確認：%1</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Setups</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>このファイルは読み取れません：%1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新しい名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Remove this setup</source>
        <translation>この設定を削除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Remove “%1” from this computer? Its file, what was seen of it and its values in the keychain are deleted, and what was applied can no longer be undone from here. NocoBase and WeCom stay as they are.</source>
        <translation>このコンピューターから「%1」を削除しますか？ ファイル、確認の記録、キーチェーンに保存された値が削除され、適用した内容をここから元に戻すこともできなくなります。NocoBase と WeCom はそのままです。</translation>
    </message>
</context>
<context>
    <name>ui::SightPicker</name>
    <message>
        <source>What did you see?</source>
        <translation>何が表示されましたか？</translation>
    </message>
</context>
<context>
    <name>ui::StageList</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>時刻：%1</translation>
    </message>
    <message>
        <source>It took %1 s</source>
        <translation>所要時間：%1 秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Host: %1</source>
        <translation>ホスト：%1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>アドレス：%1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>応答：%1</translation>
    </message>
    <message>
        <source>A person has %1 for it</source>
        <translation>人の操作の制限時間：%1</translation>
    </message>
    <message>
        <source>It has %1 to come</source>
        <translation>制限時間：%1</translation>
    </message>
    <message>
        <source>What it proves: %1</source>
        <translation>証明されること：%1</translation>
    </message>
    <message>
        <source>What would be wrong: %1</source>
        <translation>問題がある場合の原因：%1</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>経過</translation>
    </message>
</context>
<context>
    <name>ui::StatusIcon</name>
    <message>
        <source>Checked</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>Confirmed by you</source>
        <translation>あなたが確認済み</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Current step</source>
        <translation>現在のステップ</translation>
    </message>
</context>
<context>
    <name>ui::StepPage</name>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Everything here is checked</source>
        <translation>ここはすべて確認済みです</translation>
    </message>
    <message>
        <source>Confirmed by you</source>
        <translation>あなたが確認済み</translation>
    </message>
    <message>
        <source>%1 of %2 checks passed. You can go on and come back.</source>
        <translation>%2 項目中 %1 項目が合格です。先に進んで後で戻れます。</translation>
    </message>
    <message>
        <source>Not checked yet. You can go on and come back.</source>
        <translation>まだ確認していません。先に進んで後で戻れます。</translation>
    </message>
    <message>
        <source>Looking into the keychain…</source>
        <translation>キーチェーンを確認しています…</translation>
    </message>
    <message>
        <source>Asking NocoBase…</source>
        <translation>NocoBase に問い合わせています…</translation>
    </message>
    <message>
        <source>Asking WeCom…</source>
        <translation>WeCom に問い合わせています…</translation>
    </message>
    <message>
        <source>NocoBase asks WeCom…</source>
        <translation>NocoBase が WeCom に問い合わせています…</translation>
    </message>
    <message>
        <source>Looking for the verification file…</source>
        <translation>検証ファイルを探しています…</translation>
    </message>
    <message>
        <source>Looking at the login page…</source>
        <translation>ログインページを確認しています…</translation>
    </message>
    <message>
        <source>NocoBase enables the plugin…</source>
        <translation>NocoBase がプラグインを有効にしています…</translation>
    </message>
    <message>
        <source>Writing to NocoBase…</source>
        <translation>NocoBase に書き込んでいます…</translation>
    </message>
    <message>
        <source>Putting the old settings back…</source>
        <translation>元の設定に戻しています…</translation>
    </message>
    <message>
        <source>Removing the sample row…</source>
        <translation>サンプルの行を削除しています…</translation>
    </message>
    <message>
        <source>Asking NocoBase for its login address…</source>
        <translation>NocoBase にログイン用アドレスを問い合わせています…</translation>
    </message>
    <message>
        <source>The test login is under way…</source>
        <translation>テストログインを実行しています…</translation>
    </message>
    <message>
        <source>Trying the other ways of logging in…</source>
        <translation>ほかのログイン方法を試しています…</translation>
    </message>
    <message>
        <source>Checked, but one thing on this page needs your attention</source>
        <translation>確認済みですが、このページに対応が必要な項目があります</translation>
    </message>
</context>
<context>
    <name>ui::StepRail</name>
    <message>
        <source>open</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation>あなたが確認済み</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>検証済み</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>現在のステップ</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>WeCom login for NocoBase</source>
        <translation>NocoBase の WeCom ログイン</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>言語：%1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Help: opens the guide</source>
        <translation>ヘルプ：操作ガイドを開く</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>言語と外観</translation>
    </message>
</context>
<context>
    <name>ui::TestLoginPage</name>
    <message>
        <source>&amp;Test again</source>
        <translation>もう一度テスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Start the test</source>
        <translation>テストを開始(&amp;S)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>NocoBase&apos;s sign-in page opens here and goes on to WeCom&apos;s QR code. Have your phone with WeCom at hand.</source>
        <translation>NocoBase のサインインページがここに開き、WeCom の QR コードに進みます。WeCom の入ったスマートフォンを用意してください。</translation>
    </message>
    <message>
        <source>Use my own browser instead</source>
        <translation>自分のブラウザーを使う</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Private window: nothing of it is kept on this computer</source>
        <translation>プライベートウィンドウ：このコンピューターには何も残りません</translation>
    </message>
    <message>
        <source>The tour opens the sign-in page here.</source>
        <translation>ツアーがここにサインインページを開きます。</translation>
    </message>
    <message>
        <source>The sign-in page of the simulated NocoBase opens here. Then scan with the rehearsal&apos;s phone.</source>
        <translation>模擬 NocoBase のサインインページがここに開きます。次に、リハーサル用スマートフォンでスキャンします。</translation>
    </message>
</context>
<context>
    <name>ui::TextField</name>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Paste: %1</source>
        <translation>貼り付け：%1</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n character(s) fit here.</source>
        <translation>
            <numerusform>ここに入力できるのは %n 文字までです。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ThemeMenu</name>
    <message>
        <source>As the system looks</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
</context>
<context>
    <name>ui::Timeline</name>
    <message>
        <source>What happened</source>
        <translation>経過</translation>
    </message>
</context>
<context>
    <name>ui::ToldBox</name>
    <message>
        <source>This message is not known here. Nothing of it was kept.</source>
        <translation>このメッセージには覚えがありません。内容は保存していません。</translation>
    </message>
    <message>
        <source>Recognised: see what the checks say now.</source>
        <translation>認識しました。確認項目の表示を見てください。</translation>
    </message>
    <message>
        <source>Does WeCom&apos;s console show an error?</source>
        <translation>WeCom のコンソールにエラーが表示されていますか？</translation>
    </message>
    <message>
        <source>Can you read NocoBase&apos;s log?</source>
        <translation>NocoBase のログを読めますか？</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>表示されている内容</translation>
    </message>
    <message>
        <source>The line with WeCom&apos;s answer</source>
        <translation>WeCom の応答の行</translation>
    </message>
    <message>
        <source>It is looked through for a known cause and not kept.</source>
        <translation>既知の原因を探すためだけに使い、保存しません。</translation>
    </message>
</context>
<context>
    <name>ui::TourBar</name>
    <message>
        <source>%1 of %2, one moment…</source>
        <translation>%1/%2、お待ちください…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play the tour</source>
        <translation>ツアーを再生</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>1 つ進む</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>1 つずつ進む</translation>
    </message>
    <message>
        <source>Tour of the rehearsal</source>
        <translation>リハーサルのツアー</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>次の章</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>ツアーを終える</translation>
    </message>
</context>
<context>
    <name>ui::TrustedDomainPage</name>
    <message>
        <source>Trusted domain</source>
        <translation>信頼済みドメイン</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Set trusted domain name&lt;/b&gt; and paste</source>
        <translation>&lt;b&gt;Set trusted domain name&lt;/b&gt;を選び、貼り付けます</translation>
    </message>
    <message>
        <source>Download the verification file and put it at the root of your site, or drop it here to see what to do with it</source>
        <translation>検証ファイルをダウンロードし、サイトの最上位に置きます。ここにドロップすると、扱い方を表示します</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Confirm&lt;/b&gt;, then come back</source>
        <translation>&lt;b&gt;Confirm&lt;/b&gt;を選び、ここに戻ります</translation>
    </message>
    <message>
        <source>Name of the &amp;verification file</source>
        <translation>検証ファイルの名前(&amp;V)</translation>
    </message>
    <message>
        <source>C&amp;hoose the file…</source>
        <translation>ファイルを選ぶ(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>The file&apos;s name begins with WW_verify_ and ends with .txt.</source>
        <translation>ファイル名は WW_verify_ で始まり .txt で終わります。</translation>
    </message>
    <message>
        <source>“%1” is not the verification file: its name begins with WW_verify_ and ends with .txt.</source>
        <translation>「%1」は検証ファイルではありません。ファイル名は WW_verify_ で始まり .txt で終わります。</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>「%1」を読み取れませんでした。</translation>
    </message>
    <message>
        <source>Verification file</source>
        <translation>検証ファイル</translation>
    </message>
    <message>
        <source>Set by this program this month: %1. WeCom takes 20 a month of a company.</source>
        <translation>このプログラムによる今月の設定：%1 回。WeCom の上限は 1 社につき月 20 回です。</translation>
    </message>
    <message>
        <source>The verification file</source>
        <translation>検証ファイル</translation>
    </message>
    <message>
        <source>On your clipboard: the verification file&apos;s name, %1</source>
        <translation>クリップボードの内容：検証ファイルの名前 %1</translation>
    </message>
</context>
<context>
    <name>ui::TrustedIpPage</name>
    <message>
        <source>Address of your NocoBase server</source>
        <translation>NocoBase サーバーのアドレス</translation>
    </message>
    <message>
        <source>Only your NocoBase server can tell whether WeCom lets it in. To ask from there, a custom request is created in NocoBase and removed again; the server&apos;s log then holds a token that works for at most two hours.</source>
        <translation>WeCom に許可されているかどうかは NocoBase サーバーにしかわかりません。サーバーから尋ねるため、NocoBase にカスタムリクエストを作成し、終わったら削除します。サーバーのログには、最長 2 時間有効なトークンが残ります。</translation>
    </message>
    <message>
        <source>On the app&apos;s page, under &lt;b&gt;Developer API&lt;/b&gt;, find &lt;b&gt;Company&apos;s Trusted IP&lt;/b&gt; and choose &lt;b&gt;Settings&lt;/b&gt;</source>
        <translation>アプリのページの&lt;b&gt;Developer API&lt;/b&gt;で&lt;b&gt;Company&apos;s Trusted IP&lt;/b&gt;を見つけ、&lt;b&gt;Settings&lt;/b&gt;を選びます</translation>
    </message>
    <message>
        <source>Add the address from which your NocoBase server reaches the internet</source>
        <translation>NocoBase サーバーがインターネットに接続するときのアドレスを追加します</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Confirm&lt;/b&gt;, then come back. It may take a minute to count.</source>
        <translation>&lt;b&gt;Confirm&lt;/b&gt;を選び、ここに戻ります。反映に 1 分ほどかかることがあります。</translation>
    </message>
    <message>
        <source>The exact address appears here as soon as WeCom was asked from the server. This computer&apos;s own address does not help.</source>
        <translation>サーバーから WeCom に尋ねると、正確なアドレスがここに表示されます。このコンピューター自身のアドレスは役に立ちません。</translation>
    </message>
    <message>
        <source>&amp;Ask through NocoBase</source>
        <translation>NocoBase 経由で尋ねる(&amp;A)</translation>
    </message>
    <message>
        <source>That is the address WeCom saw last time. Ask again to see whether it is still the same.</source>
        <translation>これは前回 WeCom が見たアドレスです。同じかどうか、もう一度尋ねてください。</translation>
    </message>
    <message>
        <source>The address has changed: it was %1 before. If your server goes out through both, list both:</source>
        <translation>アドレスが変わりました。以前は %1 でした。サーバーが両方を使う場合は、両方を登録してください：</translation>
    </message>
    <message>
        <source>Both addresses</source>
        <translation>両方のアドレス</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>移動：%1</translation>
    </message>
</context>
<context>
    <name>ui::WaysCard</name>
    <message>
        <source>Stop trying</source>
        <translation>試行を中止</translation>
    </message>
    <message>
        <source>Try these</source>
        <translation>これらを試す</translation>
    </message>
    <message>
        <source>Also tried without a phone</source>
        <translation>スマートフォンなしで試したもの</translation>
    </message>
    <message>
        <source>Only NocoBase&apos;s part can be seen here: where it sends people. WeCom answers in its own client alone.</source>
        <translation>ここで見えるのは NocoBase の部分、つまりどこへ送るかだけです。WeCom は自分のクライアントの中でだけ応答します。</translation>
    </message>
    <message>
        <source>Nothing can be tried yet: Company ID, AgentId and an authenticator are needed first.</source>
        <translation>まだ試せません。先に Company ID、AgentId、認証器が必要です。</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>The simulated servers could not start on this computer.</source>
        <translation>このコンピューターで模擬サーバーを起動できませんでした。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>始める(&amp;B)</translation>
    </message>
    <message>
        <source>Setups</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>New setup</source>
        <translation>新しい設定</translation>
    </message>
    <message>
        <source>Na&amp;me of the setup</source>
        <translation>設定の名前(&amp;M)</translation>
    </message>
    <message>
        <source>For you only, for example the name of the company</source>
        <translation>自分用の名前（例：会社名）</translation>
    </message>
    <message>
        <source>Begin a new &amp;setup</source>
        <translation>新しい設定を始める(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Try the rehearsal</source>
        <translation>リハーサルを試す(&amp;T)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>&amp;Watch the tour</source>
        <translation>ツアーを見る(&amp;W)</translation>
    </message>
    <message>
        <source>From a colleague</source>
        <translation>同僚から</translation>
    </message>
    <message>
        <source>Import a hand-over file</source>
        <translation>引き継ぎファイルの取り込み</translation>
    </message>
    <message>
        <source>A hand-over file carries the settings of a setup without its secrets. It may also be dropped here.</source>
        <translation>引き継ぎファイルには、秘密の値を除いた設定が入っています。ここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>&amp;Import a hand-over file…</source>
        <translation>引き継ぎファイルを取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>Rehearse first</source>
        <translation>まずリハーサル</translation>
    </message>
    <message>
        <source>A simulated WeCom and NocoBase on this computer: go through every step and every fault, with no account and no network. Nothing real is touched.</source>
        <translation>このコンピューター上の模擬 WeCom と NocoBase で、アカウントもネットワークも使わずに、すべてのステップと障害を体験できます。実際のものには触れません。</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>続ける(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::viewer::BrowserWidget</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Copy address without secrets</source>
        <translation>秘密を除いてアドレスをコピー</translation>
    </message>
    <message>
        <source>Embedded browser</source>
        <translation>内蔵ブラウザー</translation>
    </message>
    <message>
        <source>Address; codes and tokens are hidden</source>
        <translation>アドレス（コードとトークンは非表示）</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>The browser&apos;s sandbox is switched off on this computer (QTWEBENGINE_DISABLE_SANDBOX). Pages are less locked in than they should be.</source>
        <translation>このコンピューターではブラウザーのサンドボックスがオフです（QTWEBENGINE_DISABLE_SANDBOX）。ページの隔離が本来より弱くなっています。</translation>
    </message>
    <message>
        <source>The page wanted to open a window of %1. That is not part of the login, so it was not opened.</source>
        <translation>ページが %1 のウィンドウを開こうとしました。ログインとは関係がないため、開きませんでした。</translation>
    </message>
    <message>
        <source>The link leads to %1. That is not part of the login, so it was not opened.</source>
        <translation>リンク先は %1 です。ログインとは関係がないため、開きませんでした。</translation>
    </message>
    <message>
        <source>The page wanted to save a file. Nothing was saved.</source>
        <translation>ページがファイルを保存しようとしました。何も保存していません。</translation>
    </message>
    <message>
        <source>The page wanted to save the file %1. Nothing was saved.</source>
        <translation>ページがファイル %1 を保存しようとしました。何も保存していません。</translation>
    </message>
    <message>
        <source>The page says: %1</source>
        <translation>ページからのメッセージ：%1</translation>
    </message>
    <message>
        <source>The page asked: %1. The answer was No.</source>
        <translation>ページからの質問：%1。「いいえ」と答えました。</translation>
    </message>
    <message>
        <source>%1 asked for camera, microphone, place or the like. The answer was No.</source>
        <translation>%1 がカメラ、マイク、位置情報などを求めました。「いいえ」と答えました。</translation>
    </message>
    <message>
        <source>The page wanted to see files of this computer. The answer was No.</source>
        <translation>ページがこのコンピューターのファイルを見ようとしました。「いいえ」と答えました。</translation>
    </message>
    <message>
        <source>%1 asked for a password of its own. None was given; a login by WeCom needs none.</source>
        <translation>%1 が別のパスワードを求めました。WeCom でのログインには不要なので、入力していません。</translation>
    </message>
    <message>
        <source>The page wanted to start another program (%1). It was not started.</source>
        <translation>ページが別のプログラム（%1）を起動しようとしました。起動していません。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Actual size (now %1 %)</source>
        <translation>実際のサイズ（現在 %1 %）</translation>
    </message>
    <message>
        <source>What the page asked for</source>
        <translation>ページが求めたもの</translation>
    </message>
</context>
</TS>
