package dateline.ingest.extract;

import dateline.contract.Furniture.Reason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are furniture by their words, whatever markup stood around them. Each pattern is anchored and meant for a
 * whole line; long lines are prose and never match.
 */
final class FurnitureLines {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int MAX_LENGTH = 400;

    /** What introduces a link to another story, in brackets or not. */
    private static final Phrases READ_MORE = new Phrases(
            "^[\\[(*>»→▶•\\s]*(?:(?:read|see|watch|listen)(?: more| also| next| too| now| on)?(?: here| about)?\\s*[:：>»→–—-]|(?:listen to (?:this|the) (?:article|story|post|episode)|jump to (?:recipe|content|comments|video|section)|read more|read next|also read|see also|more on this|more on|related(?: (?:story|stories|article|articles|news|coverage|content|links?|reading|topics?|video|posts?))?|don['’]t miss|recommended(?: (?:for you|reading|stories))?|further reading|you (?:may|might) (?:also )?(?:like|be interested in)|also on \\S+|must read|exclusive video|more stories|full story|full coverage|previously|in pictures|go deeper|what to read next|up next|keep reading|continue reading|story continues below|article continues (?:below|after)[\\w ]*)\\s*(?:[:：…>»→–—-]|\\.{3}|$|]|in\\s\\S+$)"
                    + "|(?:lesen sie (?:auch|hier|mehr|dazu)|lesen sie (?:auch|dazu|hier)? ?[\\p{L} ]{0,20}:|mehr (?:zum thema|dazu (?:lesen|hier)|lesen sie)|siehe auch|auch interessant|das könnte sie auch interessieren|weiterlesen|passend dazu|(?:zum thema|weitere (?:artikel|meldungen)|lesetipp)(?:\\s*[:：>»–—]|\\s*$))"
                    + "|(?:lire aussi|à lire aussi|lire (?:la suite|également|plus)|à lire|voir aussi|pour aller plus loin|sur le même (?:sujet|thème)|à voir aussi|a lire aussi|a lire)(?:\\s*[:：>»→–—-]|\\s*$)"
                    + "|(?:lee|lea|leer|vea|ver|mira|te puede interesar|le puede interesar|también (?:te|le) puede interesar|puedes leer|más información|noticias? relacionadas?|(?:lea|lee|leer|vea|ver|mira) (?:también|además|más|aquí))\\s*(?:[:：>»→–—-]|$)"
                    + "|(?:leia (?:também|mais|ainda)|veja (?:também|mais|a seguir)|saiba mais|confira(?: também)?|continua (?:após|depois)[\\p{L} ]*|notícias relacionadas)(?:\\s*[:：>»→–—-]|\\s*$)"
                    + "|(?:leggi (?:anche|tutto|di più)|vedi anche|per approfondire|potrebbe interessarti(?: anche)?|ti potrebbe interessare|articoli correlati|guarda anche)"
                    + "|(?:читайте (?:также|ещё|еще|далее|нас|по теме)|читать (?:также|далее|ещё|еще)|смотрите также|см\\. также|по теме|материалы по теме|подробнее|другие новости|новости по теме|похожие (?:новости|статьи)|что почитать|ещё по теме|еще по теме)(?:\\s*[:：>»→.–—-]|\\s*$|\\s\\S)"
                    + "|(?:читайте також|читати також|дивіться також|за темою|більше новин|чытайце таксама|прочетете още|вижте още|прочитајте и)"
                    + "|(?:czytaj (?:też|także|więcej|również|dalej)|zobacz (?:też|także|również|więcej)|przeczytaj (?:też|także|więcej|również)|polecamy|čtěte (?:také|více|dále)|přečtěte si (?:také|více|i)|čítajte (?:aj|tiež|viac)|mohlo by vás (?:zajímat|zaujímať)|pročitajte (?:i|još|više)|povezan[ei] (?:vijesti|vesti|članci)|preberite (?:še|tudi)|citește (?:și|mai mult|mai departe)|citeşte (?:şi|mai mult)|vezi și|olvassa el|kapcsolódó(?: cikk\\S*)?|lees (?:ook|meer|verder)|meer (?:over|lezen)|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|διαβάστε (?:επίσης|ακόμα|περισσότερα|ακόμη)|δείτε επίσης)(?:\\s*[:：>»→–—-]|\\s*$|\\s\\S)"
                    + "|(?:ayrıca okuyun|bunu da oku\\S*|ilgili haberler?|haberin devamı|devamını oku|daha fazla|ilginizi çekebilir|həmçinin oxu\\S*|oxşar xəbərlər|baca juga|simak juga|lihat juga|xem thêm|đọc thêm|tin liên quan|اقرأ (?:أيضا|أيضًا|المزيد)|إقرأ أيضا|شاهد أيضا|مواضيع ذات صلة|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|קרא עוד|קראו (?:עוד|גם)|עוד בנושא|كما يمكنك|यह भी पढ़ें|ये भी पढ़ें|関連記事|あわせて読みたい|続きを読む|相关阅读|相关新闻|延伸阅读|延伸閱讀|相關新聞|更多新闻|관련기사|더 읽어보기|დაწერილებით|წაიკითხეთ ასევე|ასევე წაიკითხეთ|կարդացեք նաև))");

    private static final Pattern OTHER_EDITION = Pattern.compile(
            "^[\\[(]?(?i:read|watch|listen to|view|see)(?: (?:this|the) (?:article|story|piece|report|original))? (?:in|on|at) \\p{Lu}.{0,60}$|^(?:this (?:article|story|post) (?:first |originally )?(?:was )?(?:first |originally )?(?:appeared|published|reprinted)(?: was)? (?:in|on|at|by)\\b.{0,100})$");

    private static final Phrases RELATED_HEADING = new Phrases(
            "^[\\s•*#>»-]*(?:(?:full )?(?:page|version|revision|edit|update) history|story highlights|(?:readers|people|others|users) (?:also|who read this)(?: \\S+){1,4}|in this section|related(?: (?:articles|stories|news|posts|content|topics|reading|coverage|links))?|more (?:stories|news|from (?:this|the) \\w+|from .{2,30}|in .{2,20}|on this (?:story|topic)|like this|articles|headlines)|most (?:popular|read|viewed|shared|commented|recent)(?: (?:articles|stories|news|now|today))?|popular(?: (?:now|posts|stories|articles|news))?|trending(?: (?:now|stories|articles|today|news))?|editor[s'’‘]*s? (?:picks?|choice)|top (?:stories|news|headlines)|latest(?: (?:news|stories|articles|posts|headlines|updates))?|recommended(?: (?:for you|stories|articles|reading))?|you (?:may|might) (?:also )?like|read (?:also|next|more)|see also|also read|don['’]t miss|other (?:news|stories|articles)|in other news|from the (?:web|archive)|around the web|sponsored(?: (?:content|stories|links))?|promoted(?: (?:content|stories))?|what to read next|next (?:story|article|post)|previous (?:story|article|post)|recent (?:posts|news|articles|stories)|similar (?:articles|news|posts|stories)|news feed|all news|share this|comments?|leave a (?:reply|comment)|post navigation|filed under|tags"
                    + "|ähnliche artikel|weitere (?:artikel|nachrichten|meldungen|themen)|meistgelesen\\w*|mehr zum thema|das könnte (?:sie|dich) auch interessieren|auch interessant|verwandte (?:artikel|themen)|neueste (?:nachrichten|artikel)|kommentare"
                    + "|articles? (?:similaires|liés|connexes)|à lire aussi|les plus lus|sur le même (?:sujet|thème)|plus d['’]actualités|dernières (?:nouvelles|actualités)|à la une|commentaires|lire aussi"
                    + "|artículos? relacionados?|noticias? relacionadas?|lo más (?:leído|visto|popular)|más (?:noticias|leídas|leídos|vistas)|te puede interesar|últimas noticias|comentarios"
                    + "|notícias relacionadas|mais (?:lidas|notícias|lidos|vistas)|leia também|veja também|últimas notícias|artigos relacionados"
                    + "|articoli correlati|potrebbe interessarti(?: anche)?|i più letti|ultime notizie|leggi anche|più letti"
                    + "|читайте также|по теме|материалы по теме|новости по теме|похожие (?:новости|статьи|материалы)|популярн(?:ое|ые)(?: \\S+)?|самое (?:читаемое|популярное|интересное|обсуждаемое)|последние новости|другие (?:новости|материалы|статьи)|лента новостей|ещё новости|еще новости|главные новости|новости партн[её]ров|редакция рекомендует|выбор редакции|комментарии|читайте ещё|читать также|главное|топ новостей|смотрите также|рекомендуем"
                    + "|читайте також|схожі (?:новини|статті|матеріали)|останні новини|популярн[еі](?: новини)?|новини за темою|чытайце таксама|апошнія навіны"
                    + "|ilgili (?:haberler|yazılar|konular)|son (?:haberler|dakika)|en çok okunan(?:lar)?(?: haberler)?|çok okunanlar|diğer haberler|benzer haberler|öne çıkan(?:lar| haberler)|oxşar xəbərlər|digər xəbərlər|son xəbərlər|ən çox oxunanlar|əlaqəli xəbərlər|bənzər xəbərlər"
                    + "|czytaj (?:też|także|również)|zobacz (?:też|także|również)|powiązane (?:artykuły|tematy)|najczęściej czytane|najpopularniejsze|najnowsze|související (?:články|zprávy)|nejčtenější|súvisiace(?: články)?|najčítanejšie|povezane? (?:vijesti|vesti|članci|objave)|najčitanije|najnovije|srodni članci|citește și|articole (?:similare|asemănătoare)|cele mai citite|kapcsolódó cikkek|legolvasottabb|gerelateerd(?:e artikelen)?|meest gelezen|lees ook|relaterade artiklar|mest lästa|läs också|relaterte (?:saker|artikler)|mest lest|læs også|mest læste|lue myös|luetuimmat|διαβάστε επίσης|σχετικά άρθρα|δημοφιλή|σχετικά"
                    + "|baca juga|berita terkait|terpopuler|artikel terkait|tin liên quan|đọc nhiều|bài viết liên quan|关联阅读|相关(?:阅读|新闻|文章|报道|推荐)|热门(?:新闻|文章|推荐)|推荐阅读|延伸閱讀|相關(?:新聞|文章|報導)|熱門(?:新聞|文章)|関連(?:記事|ニュース|リンク)|おすすめ(?:記事)?|人気記事|(?:アクセス)?ランキング|관련\\s?(?:기사|뉴스)|인기\\s?(?:기사|뉴스)|많이 본 (?:기사|뉴스)|مقالات ذات صلة|أخبار ذات صلة|مواضيع ذات صلة|الأكثر (?:قراءة|مشاهدة)|اقرأ أيضا|اقرأ أيضاً|أخبار متعلقة|مطالب مرتبط|اخبار مرتبط|پربازدیدترین(?:\\s\\S+)?|مطالب پیشنهادی|כתבות נוספות|עוד בנושא|הנקראות ביותר|संबंधित (?:खबरें|समाचार)|მსგავსი (?:სიახლეები|სტატიები|ამბები)|მსგავსი|სხვა სიახლეები|ასევე წაიკითხეთ|პოპულარული|առնչվող (?:նյութեր|լուրեր)|այլ նորություններ|նմանատիպ նյութեր)\\s*[:：]?\\s*$");

    private static final Phrases APPEAL = new Phrases(
            "(?:(?:want|would you like) to (?:know|read|learn|hear|see) more\\b|becom(?:e|ing) an? (?:\\S+ ){0,3}(?:member|supporter|subscriber|patron)|support (?:independent|our|quality|fearless|local) (?:\\S+ ){0,2}journalism|\\b(?:support us|join (?:today|now|us on|our (?:newsletter|telegram|whatsapp|channel|community|mailing list))|subscribe (?:to|now|today|here|for|and)|sign ?up (?:to|for|now|here|today)|(?:get|receive) (?:the |our |all )?(?:\\S+ ){0,4}(?:newsletter|in your inbox|to your inbox|delivered)|newsletter|make a (?:donation|contribution)|donate (?:now|today|here|to)|follow us(?: on)?|follow \\S+ on (?:facebook|twitter|x|instagram|telegram|google news|whatsapp|linkedin)|like us on facebook|find us on|download (?:our|the) app|click here to (?:subscribe|join|sign|get|read|donate|support|follow)|already a (?:subscriber|member)|log ?in to (?:continue|read)|(?:your|a) free (?:trial|account)|turn on notifications|this (?:article|content) is for subscribers|if you (?:enjoyed|liked|like) (?:this|what you)|please consider (?:supporting|donating|subscribing|becoming)|stay (?:up to date|informed|connected) with|keep up with (?:the latest|our)|have (?:a|any) (?:tip|story|news) (?:for us|to share|you|we (?:should|could|ought))|for more (?:news|stories|information),? (?:visit|follow|subscribe|sign|click|go to)|add (?:us|\\S+) as a preferred source)\\b"
                    + "|abonnieren sie|jetzt (?:abonnieren|anmelden|registrieren|lesen|testen|spenden)|\\d+ (?:wochen|monate?) (?:gratis|kostenlos|für)|(?:weiterlesen|weiter lesen) mit|(?:mit|im) (?:dem )?digital-?abo\\b|nur für abonnenten|contenido exclusivo para|exclusivo para (?:assinantes|suscriptores)|contenuto riservato|riservato agli abbonati|доступ\\S+ (?:только )?(?:подписчикам|по подписке)|newsletter (?:abonnieren|anmelden)|folgen sie uns|melden sie sich|unterstützen sie|abonnez-vous|inscrivez-vous|suivez[- ]nous|soutenez|recevez (?:notre|nos|la|les)|s['’]abonner|s['’]inscrire|(?:réservée? aux|pour nos) abonnés|il vous reste \\d+[ .,\\d]*%|il vous reste [\\d.,]+ ?%|déjà abonné|suscríbete|suscríbase|síguenos|síganos|regístrate|únete a|recibe (?:nuestro|las|en tu)|apoya (?:el|nuestro)|inscreva-se|assine (?:a|o|já|agora|nossa)|siga (?:o|a|nos|no|nosso)|receba (?:as|no|nossas)|participe do (?:nosso )?(?:canal|grupo)|iscriviti|seguici|abbonati|sostieni|ricevi"
                    + "|подпи(?:шитесь|сывайтесь|шись)|подписаться на|присоединяйтесь|следите за (?:нами|новостями|нашими)|поддержите|поддержать (?:нас|проект|редакцию)|наш (?:телеграм|telegram)|мы в (?:telegram|facebook|соцсетях|телеграм|instagram)|оставайтесь с нами|читайте нас|нашли ошибку|заметили ошибку|если вы (?:нашли|заметили) ошибку|выделите (?:её|ее|фрагмент|текст)|підписуйтесь|підпишіться|приєднуйтесь|стежте за|подпишете се|падпісвайцеся|abone ol\\S*|bizi takip ed\\S*|takip edin|bültenimiz|telegram kanal\\S*|abunə ol\\S*|bizi izləyin|zapisz się|subskrybuj|obserwuj nas|dołącz do|wesprzyj|zaobserwuj|odebírejte|sledujte nás|přihlaste se|odoberajte|pretplatite se|pratite nas|abonați-vă|abonează-te|urmărește-ne|urmăriţi-ne|urmăriți|iratkozz(?:on)? fel|kövessen|kövess minket|schrijf je in|meld je aan|abonneer|volg ons|prenumerera|följ oss|abonner på|følg oss|følg os|tilmeld dig|tilaa (?:uutiskirje|lehti)|seuraa meitä|εγγραφείτε|ακολουθήστε|ikuti kami|langgan\\S*|berlangganan|đăng ký|theo dõi|اشترك|تابعونا|تابعنا|انضم|عضو شوید|ما را (?:در|دنبال)|הירשמו|עקבו אחרינו|הצטרפו|सब्सक्राइब|फॉलो करें|フォローして|メルマガ|会員登録|会員限定|有料会員|请关注|關注我們|扫描二维码|订阅|訂閱|구독|გამოიწერეთ|გამოგვყევით|შემოგვიერთდით|დაგვიჭირეთ|բաժանորդագրվեք|հետևեք մեզ)");

    private static final String SHARE_WORDS =
            "(?:(?:e-?mail|send|recommend)(?: this)?(?: (?:page|story|article))? to (?:a )?friend|e-?mail this(?: (?:page|story|article))?|printer[- ]friendly(?: version| page)?|print this (?:page|story|article)|share|shares|tweet|pin(?: ?it)?|e-?mail|print|whatsapp|telegram|facebook|twitter|x|linkedin|reddit|pinterest|viber|vk|ok|messenger|copy(?: the)? link|link copied!?|save|bookmark|like|share (?:this|on|via|with|to)(?: \\S+){0,4}|tweet this|click to share\\b.*|teilen|merken|drucken|kopieren|partager|imprimer|envoyer|copier le lien|compartir|compartilhar|imprimir|guardar|condividi|stampa|поделиться(?: \\S+){0,3}|поділитися|распечатать|печать|напечатать|отправить|paylaş|yazdır|paylaşın|çap et|udostępnij|drukuj|sdílet|zdieľať|podijeli|podeli|distribuie|megosztás|delen|dela|del|jaa|κοινοποίηση|bagikan|chia sẻ|مشاركة|شارك|اشتراک گذاری|שתף|שתפו|शेयर|シェア(?:する)?|ツイート|分享(?:到)?|공유(?:하기)?|გაზიარება|a\\+|a-|\\+|sms|instagram|youtube|threads|bluesky|flipboard|google news|rss|comments?|play|listen|video|photo|photos|image|images|gallery|close|menu|search|advertisement|reuse content|reprints?|font size|text size)";

    private static final Phrases SHARE_START = new Phrases("^[\\s\\d|•·:,./-]*" + SHARE_WORDS);
    private static final Pattern SHARE =
            Pattern.compile("^[\\s\\d|•·:,./-]*(?:" + SHARE_WORDS + "(?:[\\s|•·:,./-]+|$))+$", FLAGS);

    private static final Phrases ADVERTISEMENT = new Phrases(
            "^[\\s\\[(*-]*(?:advertisements?|advertising|sponsored(?: content)?|promoted|ad|ads by \\S+|anzeige|werbung|publicité|annonce|publicidad|publicidade|pubblicità|реклама|reklam|reklama|reclame|advertentie|annons|annonse|mainos|διαφήμιση|iklan|quảng cáo|إعلان|اعلان|פרסומת|विज्ञापन|広告|スポンサーリンク|广告|廣告|광고|scroll to continue(?: reading)?|(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement|video))?|continue reading the main story|skip advertisement|skip (?:past )?(?:newsletter )?promotion|after newsletter promotion)[\\s\\])*:.-]*$");

    private static final Phrases CREDIT = new Phrases(
            "(?:(?:quelle|foto|bild|photo|image|crédit|fonte|fuente|фото)\\s?:\\s?[^()]{2,80}\\)$|^[\\s(\\[]*(?:(?:file |cover |main |lead |featured |header )?(?:photo(?:graph|s)?|image|images|picture|pictures|pic|illustration|video|graphic|credit|screenshot|screengrab|still)(?: credit| source| courtesy)?s?\\s*(?:[:：/©|]|by\\s+\\p{L}|via\\s|from\\s+\\p{Lu}|courtesy|credit)|foto\\s*[:：/©]|foto(?:grafía)?s?\\s*[:：]|bild(?:quelle)?\\s*[:：]|quelle\\s*[:：]\\s*(?:dpa|imago|getty|afp|reuters|ap)\\b|crédits?(?: photo)?\\s*[:：]|photo\\s*[:：]|imagen\\s*[:：]|фото\\s*[:：/©]|фото из|фото с сайта|фото пресс|изображение\\s*[:：]|иллюстрац\\S*\\s*[:：]|фотография\\s*[:：]|скриншот|fotoğraf\\s*[:：]|fot\\.|zdroj\\s*[:：]|kuva\\s*[:：]|φωτ\\S*\\s*[:：]|صورة\\s*[:：]|写真\\s*[:：]|图片来源|图\\s*[:：]|사진\\s*[=:])"
                    + "|\\b(?:photos?|images?|pictures?|foto|фото|illustration)(?: credit)?s?\\s*[:：©]\\s?[^.!?]{2,60}[.)]?$|\\b(?:image|photo|picture|pic|photograph)s? (?:(?:via|courtesy of|courtesy|credit)\\b.{0,60}$|(?:by|from) \\p{Lu}[^.]{0,40}$)|\\b(?:file|official|handout|archive|stock) (?:photo|image|picture)s?\\b\\.?$|\\bfilm still\\.?$|licen[sc]ed under (?:a )?(?:CC|creative commons)\\b|(?:getty images|shutterstock|istock|unsplash|pixabay|wikimedia commons|ap photo|afp via|epa-efe|imago images|picture alliance|adobe ?stock|flickr|depositphotos)[)\\s./|\\p{L}-]{0,40}$|^\\s*©)");

    private static final Phrases COMMENTS = new Phrases(
            "^(?:\\d+\\s+)?(?:(?:reader |readers['’] |user |latest |top )?comments?|(?:thoughts?|responses?|replies) (?:on|to)\\b.*|discussion|leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|add (?:a |your )?comment|view (?:all )?comments|(?:show|hide) comments|be the first to comment|log in to (?:comment|leave)|(?:leser)?kommentare?|kommentar schreiben|commentaires?|(?:ver )?(?:los )?comentarios?|comentários?|commenti|комментари(?:и|ев|й)|оставить комментарий|коментарі|yorumlar?|yorum yap|komentarze|komentáře|reacties|kommentarer|σχόλια|التعليقات|댓글|コメント|评论)(?:\\s*[(:]?\\s*\\d*\\)?)?\\s*$");

    private static final Phrases COPYRIGHT = new Phrases(
            "^(?:[（(【]?\\s?(?:责任编辑|责編|责编|編輯|编辑|责任校对|校对|审核|监制)\\s?[:：].{0,40}$|저작권자|ⓒ|무단\\s?전재|版权所有|無断転載|©|\\(c\\)\\s|copyright\\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|все права защищены|при (?:использовании|цитировании|перепечатке|копировании)|использование материалов|перепечатка|any use of (?:the )?(?:materials|content)|when (?:using|quoting)|reproduction (?:in whole|of)|material(?:s)? (?:may not be|from this)|this material may not be|based on materials (?:of|from)\\b|source: \\S+(?: \\S+){0,3}$)");

    /** The path to a page: "Home » News » Society". */
    private static final Pattern BREADCRUMB =
            Pattern.compile("^[\\p{L}\\d &-]{2,30}(?:\\s?[»›>]\\s?[\\p{L}\\d &’'-]{2,60})+$", FLAGS);

    /** Who wrote, edited or sent a story, and what agencies and sites print below every one. */
    private static final Phrases IMPRINT = new Phrases(
            "^(?:[(\\[](?:reporting|writing|additional reporting|compiled|edited|editing|additional editing|produced|translated|translation) by\\b.{2,200}[)\\]]$|edited by \\S+ \\S+$"
                    + "|[\\s(\\[*_-]*(?:our standards\\s*:|the thomson reuters trust|follow (?:ap|us|our)(?:['’]s)? (?:full )?coverage\\b|(?:source|editor|editors|redaktor|muhabir|haber|kaynak|redacteur|quelle|источник|автор|редактор|джерело|mənbə|muallif|manba|źródło|zdroj|sursa|fuente|fonte)\\s*[:：]\\s*\\S.{0,50}$"
                    + "|(?:tags|tagged|topics|keywords|schlagwörter|mots[- ]clés|etiquetas|теги|тэги|теґи|метки|etiketler|teqlər|filed under|category|categories|section)\\s*[:：]\\s*\\S.{0,200}$"
                    + "|like this:|like loading\\.{3}|loading\\.{3}$|verwendete quellen\\s*:?$|(?:nachrichtenagentur(?:en)?|mit material (?:der|von)|material der nachrichtenagentur)\\s[^.]{2,60}\\.?$|(?:lesedauer|lesezeit|reading time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|время чтения|okuma süresi|czas czytania)\\s*[:：]?.{0,25}$|for ease of reading, we choose not to use|abonelik için lütfen|anadolu ajansı web sitesinde|your e-?mail address will not be published|required fields are marked|\\(?enditem\\)?\\.?$|_{2,}$|-{3,}$|[*•=~#\\s]{3,}$|-?(?:ends|30|0|###)-?$))");

    /** Initials parted by strokes, an address, or a site with what it says: none starts with a certain letter. */
    private static final Pattern SIGNED = Pattern.compile(
            "[\\s(\\[*_-]*(?:[a-z]{2,4}(?:/[a-z]{2,4}){1,3}$|\\S+@\\S+\\.\\S+$|[\\w.-]+\\.(?:az|ge|am|com|net|org|ru|info|news)\\s?[:：]\\s.{4,200}$)",
            FLAGS);

    private static final Pattern COOKIE = Pattern.compile(
            "(?:(?:this|our) (?:web)?site uses cookies|we use cookies|we and our partners|by (?:continuing|clicking).{0,60}cookies|accept (?:all )?cookies|cookie (?:policy|settings|preferences)|diese (?:web)?seite verwendet cookies|wir verwenden cookies|nous utilisons des cookies|utilizamos cookies|utilizziamo (?:i )?cookie|(?:мы|сайт) использу\\S+ (?:файлы )?cookie|çerez(?:ler|leri)|pliki cookies)",
            FLAGS);

    private FurnitureLines() {}

    /** Why a line is furniture; null if its words do not say so. */
    static @Nullable Reason of(String line) {
        if (line.length() > MAX_LENGTH) {
            return null;
        }
        int length = line.length();
        if (length <= 200 && READ_MORE.start(line)
                || length <= 160 && OTHER_EDITION.matcher(line).lookingAt()) {
            return Reason.READ_MORE;
        }
        if (length <= 120 && SHARE_START.start(line) && SHARE.matcher(line).matches()) {
            return Reason.SHARE_BAR;
        }
        if (length <= 80 && ADVERTISEMENT.start(line)) {
            return Reason.ADVERTISEMENT;
        }
        if (length <= 60 && COMMENTS.start(line)) {
            return Reason.COMMENTS;
        }
        if (isAppeal(line)) {
            return Reason.APPEAL;
        }
        if (length <= 300 && COPYRIGHT.start(line)) {
            return Reason.OTHER;
        }
        if (length >= 7
                && length <= 160
                && hasArrow(line)
                && BREADCRUMB.matcher(line).matches()) {
            return Reason.NAVIGATION;
        }
        if (length >= 5 && (IMPRINT.start(line) || isSigned(line)) || length < 5 && line.startsWith("__")) {
            return Reason.OTHER;
        }
        boolean mentions = line.contains("ookie")
                || line.contains("OOKIE")
                || line.contains("our partners")
                || line.contains("erez");
        return mentions && COOKIE.matcher(line).find() ? Reason.COOKIE_NOTICE : null;
    }

    private static boolean isSigned(String line) {
        boolean mayBe = line.indexOf('/') >= 2
                || line.indexOf('@') > 0
                || line.indexOf('.') >= 0 && (line.indexOf(':') > 0 || line.indexOf('：') > 0);
        return mayBe && SIGNED.matcher(line).lookingAt();
    }

    private static boolean hasArrow(String line) {
        return line.indexOf('»') >= 0 || line.indexOf('›') >= 0 || line.indexOf('>') >= 0;
    }

    /**
     * An appeal addresses the reader, so a sentence that merely mentions a newsletter must be short or start with it. The
     * pattern is tried where words start only: at every character, its many branches would cost more than the parsing.
     */
    private static boolean isAppeal(String line) {
        if (line.length() > 300) {
            return false;
        }
        int reach = line.length() <= 110 ? line.length() : 25;
        return isAtWord(APPEAL, line, reach) && line.indexOf('“') < 0 && line.indexOf('«') < 0;
    }

    /** Whether a story's last lines appeal to the reader: there a mention anywhere in the line is enough. */
    static boolean isAppealAtEnd(String line) {
        return line.length() <= 300
                && isAtWord(APPEAL, line, line.length())
                && line.indexOf('“') < 0
                && line.indexOf('«') < 0
                && line.indexOf('"') < 0;
    }

    private static boolean isAtWord(Phrases phrases, String line, int reach) {
        for (int i = 0; i < reach; i++) {
            if ((i == 0 || startsWord(line, i)) && phrases.startAt(line, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word may start here: after what is no letter, and anywhere in scripts that put no spaces. */
    private static boolean startsWord(String line, int i) {
        char c = line.charAt(i);
        return Character.isLetter(c) && (i == 0 || c >= 0x2e80 || !Character.isLetter(line.charAt(i - 1)));
    }

    /** Whether a line alone heads the readers' comments. */
    static boolean isCommentsHeading(String line) {
        return line.length() <= 60 && COMMENTS.start(line);
    }

    /** Whether a line alone heads a list of other stories. */
    static boolean isRelatedHeading(String line) {
        return line.length() <= 60 && RELATED_HEADING.start(line);
    }

    /** Whether a line is a picture's caption or credit. */
    static boolean isCredit(String line) {
        // A credit in the middle of a line ends it; a line that is a sentence can only start as one.
        int reach = line.length() > 110 && TextLine.endsSentence(line) ? 1 : line.length();
        return line.length() <= 300 && isAtWord(CREDIT, line, reach);
    }
}
