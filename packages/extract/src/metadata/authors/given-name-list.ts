/** Given names in Latin letters that many who write bear, in small letters. */
const LATIN = `
  aaron abbie abby abdelali abdelaziz abdelfattah abdelghani abdelhadi abdelhafid abdelhak abdelhamid abdelilah
  abdeljabbar abdeljalil abdelkader abdelkarim abdelkrim abdellah abdellatif abdelmajid abdelmalek abdelmoumen
  abdelmounim abdelouahed abdeltif abdelwahab abdelwaheb abdenbi abderazak abderrafie abderrahim abderrahmane
  abderrazak abdeslam abdessamad abdesslam abdou abe abigail abir abla abraham achraf adam addison adel adela adelaide
  adèle adele adeline adelino adib adil adnane adrian adriana adrienne afef afonso agatha agathe aghiles agnès agnes
  agnieszka agustin ahlem ahmed ahmet aicha aïcha aïda aida aidan aiden aileen aimee ainara ainhoa aisha aïssa aitor
  akli akram aksel alain alaina alan alana alasdair alban albane albano alberto albrecht alec aled alejandro alek
  aleksandar aleksandr aleksandra aleš alessandro alessia alex alexander alexandra alexandre alexandros alexei alexey
  alexis alfie alfonso alfred ali alice alicia alina aline alisa alisha alison alissa alistair allan allen allison
  allyson alma alphonse álvaro alvaro alvin alyssa amadeu amaia amal amanda amandine amani amazigh amber amel amelia
  amélie amelie ameni ameur amílcar amina amine amir amira amit amnay amos amparo amrita amy ana anaïs anas anastasia
  anatoly ander anders andré andrea andreas andrei andrej andres andrew andrzej andy anette ángel angel angela
  angelica angelika angelina angélique angelo angharad angie angus aniket anil anir anis anissa anita anja anjali anke
  ankit anna annabel annabelle annalisa anne anne-marie annegret annelies annette annick annie annika anouar anouk
  ansel anselmo anthea anthony antía antje antoine antoinette anton antonella antonia antonin antonio antónio anupam
  anxo aoife apolline arantxa archana archie arezki ari ariadna ariane ariel aristide arjun arlene armand armelle
  arnau arnaud arne arnold aroa arthur arturo arun arya ascensión ashish ashlee ashleigh ashley ashok ashwin asier
  asif asma asmaa assia astrid aubrey audrey augustin aurélie ava avery axel axelle ayman aymen ayoub ayşe aysel ayten
  azeddine aziz aziza azucena azzeddine bachir badia badis badr bahar bahija bailey baptiste barb barbara barney barry
  bartosz barış bastian bastien beata beatrice beatrix beatriz beau becca bechir béchir becky begoña belinda belkacem
  bella ben benaouda beñat benedict benilde benito benjamin bennett benoit benoît bérangère bérénice berk bernadette
  bernard bernd bernhard bernie bert bertie bertrand besma beth bethany betsy bettina betty betül beverley beya bhavna
  bianca bilal billy birgit bjarne björn blaine blair blake blanca blodwen bob bogdan bonnie boris borja boualam
  boualem bouazza boubker bouchaib bouchra boudjemaa bouthaina boutheina bouzid brad bradley brady brahim brais brandi
  brandon brandy braulio breixo brenda brendan brent brett brian briana brianna brice bridget bridgette bridie
  brigitte brittany brock brody bronwen brooke bruce bruna bruno bryan bryce bryn burak burcu burkhard büşra byron
  caitlin caleb callum cameron camille canan candace candela candice capucine cara carine carl carla carlo carlos
  carlota carly carmela carmen carmine carol carolin caroline carolyn carrie carsten carys casey cassandra cassidy
  cassie catalina catarina cathal catherina catherine cathleen cathrin cathy catriona cayetana cecil cecile cécile
  cecilia cecilie cedric cédric celeste celestino célia celia céline cem cemal cengiz ceren césar chafik chahinez
  chaïma chaimaa chaimae chaker chakib chandler chandra chantal charaf charlene charles charley charlie charlotta
  charlotte chayma chaymae chedly chelsea cherie chérif cheryl chester chet chiara chiheb chloe chokri chris christa
  christelle christi christian christie christina christine christo christof christoph christopher christy chuck ciara
  cindy claire clara clare clarence clarissa claude clàudia claudia claudio clayton clémence clément clement clifford
  clint clinton clive clyde colette colin colleen concetta concha connie connor conor conrad cora coralie cordelia
  corentin corey corinna corinne cormac cornelia cornelius cory courtney craig cressida cristina cristóbal curro curt
  curtis cynthia cyril cyrille cyrine cyrus dagmar dahbia dalenda dalia dalila damian damián damien damon dan dana
  dania danica daniel daniela daniele danielle danilo danny daphne daria dario darius darlene darrell darren darryl
  dave david davide dean deanna debbie deborah debra declan dee deepa deepak deirdre delia delilah della delphin
  delphine demetrios denis denise deniz dennis denny derek derya desiree desmond detlef devin devon dexter dheeraj
  dhia diana diane didier diego dieter dietmar digby dilek dimitri dina dinesh dirk divya djaffar djamal djamel
  djamila djihane djilali dmitri dmitry dolores domingos dominic dominik dominika dominique don donal donald donatella
  donna donovan dora doreen doris dorothée dorothy dorra doug dougal douglas dounia drew driss duane duarte duncan
  dustin duygu dwayne dwight dyhia dylan eamonn ebru ece ed eda eddie edeltraud edgar edgardo edie edith edmée edmond
  edmund edna edoardo édouard eduardo edurne edward edwin effie efraín ege eileen eirik elaina elaine eleanor eleanora
  elena eleni éléonore eli elia éliane elías elias élie elif elijah elin elina eliot elisa elisabeth élisabeth elise
  élise eliza elizabeth elke ella ellen elliot elliott ellis elmer elodie élodie éloïse eloise elsa elsie elspeth
  elvira elyes emanuel emanuele emerson emil émile emilia emiliano émilie emilie emilio emily emine emma emmanuel
  emmanuelle emmeline emmett emna emrah emre encarna encarnación eneko engin enid enis enric enrico enrique eoin erdem
  eren erhan eric ericka erik erika erin erkan erla ernest ernesto ernie erol errol ersin ervin erwan erwin esme esra
  esteban estefanía estelle esther ethan ethel étienne etienne euan eugen eugene eugenia eugénie eugenio eulalia
  eunice eusebio eva eva-maria evan evelin evelyn évelyne everett ewa ewan eylül ezekiel ezgi ezra fabian fabien
  fabienne fabio fabiola fabrice fabrizio fadel fadhel fadhila fadila fadoua fadwa faiçal faïza falk fanny faouzi
  farah fares farid farida faten fatih fatiha fátima fatima fatma fayçal faycel federica federico felicia feliciano
  félicie felicity felipe felix félix fella fenja ferdinand fergus ferhat feriel fermín fern fernand fernanda fernando
  fethi filip filipa filippo filiz finlay finn finnegan fiona fionnuala firas firmin flavie fletcher flora florence
  florian floriane floyd fouad fouzi fouzia franca frances francesca francesco francine francis francisca francisco
  franck franco françois francois françoise frank frankie franz fraser fred freda freddie freddy frederic frédéric
  frederick frederik frédérique fredrik freya frieda friederike friedhelm friedrich fritz furkan gabe gabi gabriel
  gabriela gabriele gaëlle gail galina gamze garazi gareth gary gaspard gaston gavin gayle gemma geneviève genevieve
  gennaro geoff geoffrey georg george georgina georgios gérald gerald gérard gerardo gerd gerda gerhard geri germaine
  germán gerry gertrud gesa ghaith ghalia ghania ghassan ghazi ghita ghizlaine ghizlane ghizlène ghofrane giacomo
  giancarlo gianluca gianna gianni gideon gil gilbert gilberto giles gilles gillian gina ginette gino giorgia giorgio
  giovanni gisela gisele gisèle gitta giulia giuliano giuseppe gizem gladys glenda glenn gloria godfrey gökçe gökhan
  gonçalo gonzalo gopal gordon gorka götz grace grady graham gráinne graziella greg gregor gregory greta griffith
  guadalupe gudrun guenter guido guillaume gülay güler gülşah gunnar gunter günter günther gus gustave gustavo guy
  gwen gwenaëlle gwendal gwendolyn gwyneth habib habiba hacène hadda hadj hafid hafida hafsa hafssa hager hailey hajar
  hajer hakan hakim hakima hal hale haley halim halima haluk hamadi hamid hamida hamish hammadi hammou hamou hamza
  hana hanane hande hanene hank hanna hannah hannelore hannes hanno hans harald harish harlan harold harriet harrison
  harry hartmut harvey hasan hasna hasnaa hasnae hasni hassan hassiba hatem hatice hattie hauke hayat haydar hayden
  hayet hayley haythem hazal hazel heather héctor hector hedda hédi hedi hedwig heidi heike heiko heiner heinrich
  heinz hela hélder helen helena hélène helga helmut hend henda hendrik henning henri henrietta henriette henrik henry
  herb herbert herman hermann hermione hervé hester hicham hichem hilario hilary hilda hind hiroshi hocine holger
  hollie holly honorine horace horst hortense houari houcine houda houria houssam houssem howard hubert hugh hugo
  hugues humberto hüseyin ian ibrahim ibtihal ibtissam ida idder idir idris idriss ignacio ignatius igor ihab ihssane
  ikbel ikechukwu iker ikram ilaria ilham ilhem ilias ilker ilona ilse ilya ilyane ilyas ilyass ilyes imad imam imane
  imed imelda imen imène imke imogen imrane iñaki indira inês ines inès inga inge ingeborg ingmar ingo ingrid íñigo
  inmaculada ipek irem irene irène iria irina iris irma irmgard irving irwin isaac isabel isabella isabelle isadora
  isaiah isaure isla ismael ismaël ismail isobel issam itziar iva ivan iván ivana ivanka ivar ivo ivor iwan izza
  jaâfar jaafar jacinta jack jackie jaclyn jacob jacobo jacqueline jacques jade jaden jaime jakob jakub jalal jamal
  james jamie jamila jan jana jane janelle janet janice janina janis janne jannik jannis janusz jaouad jared jaroslav
  jarrod jarvis jasmin jasmine jason jasper jaume javier jawad jayden jayne jean jeanne jeannie jed jeff jefferson
  jeffrey jelena jemima jen jenna jenni jennifer jenny jens jérémie jeremy jérémy jeroen jerome jérôme jerry jesper
  jess jesse jessica jessie jessika jesús jihad jihane jill jillian jim jimmy jo joachim joan joana joann joanna
  joanne joão joão-pedro joaquim joaquín joaquin jocelyn jocelyne jochen jodi jodie jody joe joël joel joëlle joey
  johan johann johanna johannes john johnny jolene jon jonah jonás jonas jonathan jonathon jonny joos joost jordan
  jordana jordi jörg jorge joris jörn jose josé joseba josefa josefina joseline josep joseph josephine josette josh
  joshua josiane josie joss joyce jozef juan juana juanita judd jude judicaël judith judy juergen julen jules julia
  julián julian julianna julianne julie julien juliet julio julius jürg jürgen justin justine justyna jutta kaan
  kaddour kader kadir kahina kai kais kaïs kaitlin kaitlyn kamal kamel kamil kaoutar kara karan karel karen karim
  karima karin karine karl karla karoline karsten kaspar kasper katarina katarzyna kate katelyn katharina katherine
  kathi kathleen kathrin kathryn kathy katie katja katrin katrina katy kawtar kawthar kay kaya kayla keegan keira
  keith kelley kelli kelly kelsey kemal ken kenan kendall kendra kennedy kenneth kenny kenza kepa kerem kerri kerry
  kerstin kevan kevin khadidja khadija khaled khalid khalil khaoula khayam kheira kheireddine khemais kiera kieran
  kiley kilian kimberley kimberly kiran kirk kirsten kirsty kjell klara klaus koldo konrad koray korbinian kristen
  kristi kristian kristie kristin kristina kristof kristy krystal krzysztof kübra kuldeep kurt kurtis kyla kyle kylie
  kyra laaziza lacey lachlan laetitia laëtitia lahcen lahoucine laia laila lakhdar lamia lamiaa lamine lamya lamyae
  lana lance larbi larissa larry lars lassaad lassad lasse laszlo latifa laura laure laurel lauren laurence laurent
  lauri laurie lauryn laverne lavinia lawrence lea léa leah leandro leif leigh leila leïla leire leland lena lennart
  lenny leo léon leona léonard leonardo leonid léonie leonor leonora léopold leroy lesley leslie letícia leticia
  levent levi lewis lexi leyla liam liane libby lidia lieke liesbeth lila lilia lillian lilly lily lina linda linus
  lionel lisa lisbeth lise lissa livia liz liza lizzie lloyd lluís loïc lois lola lonnie lora loredana loren lorena
  lorenzo loretta lori lorna lorraine lotfi lothar lottie lou loubna loui louis louisa louise lounès lounis lourdes
  luana luann luc luca lucas lucca lucía lucia luciano lucie lucien lucienne lucille lucinda lucius lucy ludger
  ludmila ludovic luigi luigina luis luísa luise lukas lukasz luke lula lurdes luther lutz lyazid lydia lyes lyle
  lynda lyndsey lynette lynn lynne m'hamed maamar mabel mabrouka macarena mackenzie macy madeleine madeline madelyn
  mads mae maël maëlle maeva mafalda magali magda magdalena maggie magnus maha mahdi mahesh mahfoud mahmoud mahrez
  maike máire maissa maite maja majda makayla malak malcolm malek malha malika malin mallory malte manal mandeep mandy
  manfred manon mansour manuel manuela mara marc marcel marcella marcelle marcello marci marcia márcia marcin marco
  marcos marcus marek maren marga margaret margarida margarita margaux margit margo margot margrit marguerite maría
  maria mariam marian mariana marianne mariano maribel maricel marie marieke mariel marielle marilyn marina mario
  marion marisa marisol marissa marit maritza marius marjolein marjorie mark markel markéta markus marla marleen
  marlene marlies marlon marouan marouane marsha marta marten martha martijn martin martina martine marty marvin mary
  maryam maryann maryem maryse massimo massinissa massyl mateo mathieu mathilde mathis matias matías matilda matilde
  matt matteo matthew matthias matthieu mattias mattie maud maura maureen maurice mauricio maurizio mauro mavis max
  maxence maxime maya mbarek mbark mckenna mckenzie mebarka meera meg megan meghan mehdi mehmet mehrez meike meinrad
  mélanie melanie melek melike melina melinda melis melissa meltem melvin mennad mercedes meredith meriem meritxell
  merle merlin mert merve meryam meryem messaoud mesut metin mhamed mia micaela micah michael michaela michal michel
  michele michelle mick mickaël mickey miguel miguel-ángel miguelina mika mikael mikaela mike mikel mikhail mikko mila
  milan mildred milena millicent millie milo milos miloud milton mindy minna minnie mira miranda mireia mireille
  miriam mirjam mirko misha missy mitch mitchell moez moha mohamed mohammed mohan mohand mohcine mohit mohsen moira
  mokhtar mokrane molly mona moncef mondher mongi mongia monia monica mónica monique montse montserrat morad morag
  morgan morgane moritz morten moses mostafa mouad mouhand mouloud mouna mounaim mounir mourad moussa murat muriel
  murray musa mustafa mustapha mylène myles myra myriam myrna nabiha nabil nabila nacer nacéra nacera naceur nacho
  nadège nadia nadine nadir nadja nadjia nadjib nafissa nahla naïla naïm naima naïma najat najet najib najlaa najlae
  najoua najwa nancie nancy nanette naomi naoual nasser nassim nassima natàlia natalia natalie natasha natasja nate
  nathalia nathalie nathan nathaniel naveen nawal nawfal naziha nazlı neal necati ned neha neil nejib nejla nele nell
  nelly nerea nesrin nesrine neus neville nezha nia niall niamh nic nicholas nick nicki nicky nico nicola nicolai
  nicolás nicolas nicole nicoletta niels nieves nigel nigella nihal nihat nikhil nikita nikki niklas niko nikola
  nikolai nikolaos nilay nilgün nils nina ninja nirmal nisha nisrine nita nizar noah noam noel noelia noémie nolan
  nora norbert nordine noreen norma norman nouara noufissa nouhaila nour noura noureddin noureddine nuala nuno nuray
  nurcan nuri núria octave octavia odette odile oihane okan ola olaf olalla oleg oleksandr olena olfa olga oliver
  olivia olivier olli ollie oluwaseun omar ömer ons onur oona ophélie orhan oriol orla orlando ornella orson oscar
  óscar osman osvaldo othman othmane otis ottilie otto ouafae ouarda ouardia ouiza oumaima oumar oumayma oumkaltoum
  oumnia ourida oussama oussema owain owen ozan özge özgür özlem pablo paco paddy padraig paige paloma pam pamela
  paola paolo parisa parvati pascal pascale patricia patrick patrizia patsy patty patxi paul paula paulette pauli
  paulin pauline paulo pavel pavol pedro peggy pelin penelope penny pepa per percy peregrine perpetua perrine perry
  persephone petar pete peter petr petra petri phil philip philippa philippe phillip philomène phoebe phyllis pierce
  pierluigi piero pierre pierrick piers piet pieter pieternel pilar piotr polly poppy pradeep pranav prasad pratik
  priscilla priya priyanka puja pınar quentin quincy rabah rabha rabia rabiâa rabiaa rachael rachda rachel rachid
  rachida radek radhia rae rafael rafaela rafal rafe raffaele rafik rafika rahul raimund rainer raj raja rajaa rajae
  rajesh rakesh ralf ralph ramazan ramdane ramesh ramiro ramón ramon ramona ramzi randall randi randolph randy rania
  raphaël raquel rasmus ratiba raúl ravi rayan rayane raymond razika rebeca rebecca rebecka rebekah recep reda redha
  redouane reg reggie regina regine régis reiner reinhard reinhold reka rémi remy rémy rena renata renate renato
  renaud rene renée renee reuben reyhan rhett rhiannon rhoda rhonda rhys riad riadh ricard ricardo riccardo richard
  rick ricky ridha rikke riley rim rime rina risa rishi rita ritu rkia roald rob robbie robby robert roberto robertson
  robin robyn rocco rocío roderick rodger rodney rodolphe rodrigo roel rogelio roger rogério rohan rohit róisín rokia
  roland rolf romain roman romane romina romy ron ronald ronan ronda ronja ronnie roos rory rosa rosalía rosalie
  rosalind rosamund rosanna rosario roscoe rosemarie rosemary roser rosie ross rowan roxane roxanne roy rubén ruben
  rudi rudolf rudy rufus rui rupal rupert ruperto russ russell ruth ruthie ryan rym ryne rıza saad saâd sabela sabiha
  sabine sabri sabrina sacha sadie safaa safae safia saïd said saïda saida salah salem saliha salim sallie sally salma
  salomé saloua salvador salvatore salwa sam samah samantha sami samia samiha samir samira sammy samuel samy sanaa
  sanae sander sandip sandra sandrine sandy sanja sanjay sanne santiago santosh sara sarah sarita sarra sascha sasha
  saskia saul scott seamus seán sean seb sebastian sebastiano sébastien sébastienne seda sedat ségolène selçuk selena
  selim selin selina selma selwyn semih şenay serap serdar serena serge sergi sérgio sergio serhii serkan seth
  séverine sevgi sevil şeyma shana shane shanna shannon shari sharon shawn shawna sheena sheila shelby sheldon shelly
  sheri sherri sherry shirin shirley shona shreya shruti sian sibel sibylle sid sidney sienna sigmund signe sigrid
  sigurd siham sihem silas silke silvia simeon simon simona simone sinan sinead sinem siobhán siobhan sioned siri
  sirine siwar sixtine sjoerd skander skye skyler slaheddine slavko slim slimane smail sofia sofiane sofie sofien
  sofiene sofiène solène solomon sonda sondes songül sónia sonia sonja sönke sophia sophie soraya soren souad soufiane
  souhail souhayla souhila soukaina soukayna soumia spencer stacey stacie stacy stan stanislav stanley stefan stefani
  stefania stefanie stefano steffen steffi stella stephan stéphane stéphanie stephanie stephen steve steven stew
  stewart stig stuart suat sue şule süleyman sunil suresh susan susana susann susanna susanne susie suzan suzanne suzi
  suzie sven svenja swati sybil sybille sylvain sylvaine sylvester sylvestre sylvia sylviane sylvie syrine tabea
  tabitha taha tahar taieb tamara tamer tami tamim tammy tanguy tanja tanya taoufik taoufiq taous tara tarak tarek
  tarik tariq taryn tarık tasha tassadit tate tatiana tatjana tayeb ted teddy terence teresa teresinha teri terrance
  terrence terri terry tess tessa thaddeus thaís thameur thea thelma théo theo theodor theodora theodore théophile
  theresa thibault thibaut thierry thilo thiziri thom thomas thora thorben thorsten tia tiago tiffany tijani tilda
  tillmann tilman tilmann tim timo timon timothée timothy tina tinhinane tino tiziana tobi tobias tobin toby todd
  tolga tom tomás tomasz tommy tomos toni tonia tony tonya torben tore tori torsten toufik touria tracey traci tracie
  tracy travis trent trevor trey tricia trina trish trisha tristan trond troy trudi trudy tuba tuğba tuncay turgut
  tyler tyrone tyson ufuk ugo uğur ulf uli ulla ulrich ulrika ulrike umberto ümit umut una unai urs ursula ursule
  uschi usha ute uwe uxía uxue valdemar valentin valentina valentine valentino valère valeria valerie valérie valerio
  vance vanesa vanessa vasily vedat veit velma venkat vera verena verity vernon veronica verónica veronika véronique
  vesna vianney vicent vicente vicki vicky víctor victor victoria viet vijay vikas vikram viktor viktoria vilma vinay
  vince vincent vincenzo viola virgil virginia virginie vitalij vito vivek vivian viviane vivien vivienne vlad
  vladimir volkan volker volodymyr wade wael wafa wafaa wafae wahiba wahid wahida wajdi walid wally walt walter
  waltraud wanda warda warren wassila wassim waylon wayne wejdane wendell wendy werner wes wesley whitney wiam widad
  wided wiebke wijdane wilbur wilf wilfred wilfredo wilfried wilhelm willa willard willem willi william willie willy
  wilma wim winifred winnie winston wojciech wolfgang woody wout wyatt xabier xana xander xanthe xavi xavier xavière
  ximena ximo xoán yacine yael yağmur yahia yahya yamina yan yana yanis yaniss yann yannick yannis yaşar yasemin
  yasmin yasmina yasmine yasser yassin yassine yassir yavuz yeliz yidir yiğit yohan yoko yolanda yolande yosef yosra
  yosri youcef younes younès youness yousra yousria youssef yto yuba yuki yulia yunus yuri yusuf yvan yves yvette
  yvonne yılmaz zac zach zacharie zachary zack zahia zahra zaida zaina zakaria zakariya zaki zakia zane zara zaynab
  zehra zeke zeki zelda zena zeynep zhor ziad zied žiga zineb zineddine ziyad zoé zoe zoey zofia zohir zohour zohra
  zoltan zoubair zoubeir zoubida zouhair zouheir zoulikha zsolt zulema łukasz`;

/** The same in Arabic, Persian and Hebrew letters. */
const OTHERS = `
  אברהם אורי אורית איילת איתן אמיר ארז גיא גלית דוד דנה דניאל הילה יאיר יונתן יוסף יעל יצחק ליאת מאיה מיכל משה נועה
  נטע עדי עומר ענת רונית רועי רחל שירה שלמה שרה תמר آدم آرش آسيا آلاء آمال آمنة آية أحلام أحمد أحمدو أرزقي أروى أريج
  أسامة أسماء أسية أسيل أشرف أصالة أعمر أكرم أكسيل ألاء ألفة أماني أمجد أمل أميرة أميمة أمين أمينة أنس أنفال أنور أنيس
  أنيسة أوس أيمن أيهم أيوب إبراهيم إدريس إسراء إسلام إسماعيل إكرام إلهام إلياس إنجي إياد إيجة إيدار إيدير إيطو إيمان
  إيناس ابتسام ابتهال ابراهيم احمد ادريس اسامة اسلكو اسماء اسماعيل اعل الباتول البشرايا البشير البكاي التهامي الجيلالي
  الحبيب الحسان الحسن الحسين الداه الزبير الزهرة الزوهرة السالكة السعدية الشاذلي الصادق الصحبي الطاهر الطيب العباس
  العجمي العربي العنود العياشي الغازي المختار المصطفى المعطي المكي المنجي المنصف المهدي الميلودي الهادي الهام الهواري
  الياس اليزيد امحمد امیر ايمان باسو بثينة بختة بدر بدرالدين بديعة برهان بسام بسمة بشار بشرى بشير بكر بلال بلخير بلعيد
  بلقاسم بلقيس بناصر بندر بنسالم بنعاشر بنعبدالله بنعيسى بنيونس بهاء بهروز بهية بوبكر بوجمعة بوزيد بوسلهام بوشتى
  بوشعيب بوعبدالله بوعبيد بوعزة بوعلام بوغالب بومدين بيشوي تامر تسعديت تسنيم تغريد تقي تهاني تودة تودرت توفيق تيفاوت
  تيليلا ثائر ثامر ثريا ثورية جابر جاسم جبران ججيقة جعفر جلال جلول جليلة جمال جمانة جمشید جميل جميلة جنان جواد جورج
  جوهرة جويدة جويرية جيهان حاتم حادة حازم حامد حبيب حبيبة حدة حسام حسان حسن حسناء حسناوي حسنة حسنية حسيبة حسين حسین
  حفصة حفيظ حفيظة حكيم حكيمة حليمة حماد حمادة حمادي حمد حمدي حمزة حمزه حمود حميد حميدة حمیدرضا حنان حنيفة حنين حورية
  حياة حيدر خالد خديجة خديجتو خلود خليل خولة خيرالدين خيرة داریوش داليا دانة داود دحو دداه درة دلال دليلة دنيا ديمة
  ذكرى ذهبية رؤوف رائد رابح راشد راضية رافع رامي رامين رانيا راوية راويه رباب ربحة ربى ربيحة ربيع ربيعة رتيبة رجاء رجب
  رحال رحمة رزقي رزيقة رشا رشيد رشيدة رضا رضوان رغد رفعت رفيق رفيقة رقوش رقية رمزي رمضان رمطان رنا رندة رنيم رهام رهف
  روان روضة رياض ريان ريبوار ريم ريما ريمة زاهر زاهية زايد زبيدة زكريا زكرياء زكية زليخة زهرا زهراء زهرة زهور زهية
  زهير زهيرة زوليخة زياد زيد زينب زينة سائد ساجدة سارة سارية سالم سامح سامر سامي سامية سجاد سحر سعاد سعد سعدية سعود
  سعيد سعيدان سعيدة سفيان سكينة سلافة سلسبيل سلمان سلمى سلوى سليم سليمان سمية سميحة سمير سميرة سمیرا سمیه سناء سندس
  سنية سهام سهى سهير سهيل سهيلة سوزان سوزي سوسن سيدأحمد سيداتي سيرين سيليا سیاوش شادي شاكر شامة شاهين شذى شريف شريفة
  شعبان شعيب شفيق شكري شكيب شهاب شهد شهرام شهرة شهرزاد شهلا شهيرة شهيناز شيخة شيراز شيرين شيماء شیرین صابر صابرين صالح
  صباح صبحي صبري صبرينة صبيحة صخر صفاء صفوان صفية صلاح صلاحالدين صليحة صهيب صورية صوفيا ضاوية ضحى ضياء طارق طارقة طامة
  طامو طاهر طلال طه ظافر عائد عائدة عائشة عادل عادلة عاطف عامر عايدة عباس عبداتي عبدالرحمن عبدالرحيم عبدالعزيز
  عبدالقادر عبداللطيف عبدالله عبدو عبلة عبيدة عبير عتاب عتيقة عثمان عدنان عديلة عرفان عروة عزالدين عزالعرب عزة عزيز
  عزيزة عصام عصمت عفاف عقيل علاء علال علاوة علي عليا علياء علية علیرضا عماد عمار عمر عمران عمرو عمّار عنان عواطف عويشة
  عياد عياش عيسى عيشة عيشوش غادة غازي غالية غانم غدير غزلان غسان غلامرضا غنية غيث غيثة غيلاس فؤاد فائزة فاتن فاخر فادي
  فارس فاروق فاضمة فاطمة فاطمةالزهراء فاطمتو فاطمية فاطنة فايزة فتحي فتيحة فخرالدين فداء فدوى فراس فرح فردوس فرزانه
  فرهاد فريد فضمة فضيلة فطومة فطيمة فلة فهد فواز فوزي فوزية فيروز فيصل قاسم قتيبة قدور قصي قمر قيس كاتيا كاتية كارم
  كاظم كاميليا كرار كريم كريمة كلثوم كلثومة كمال كميل كنزة كهينة كوثر كيرلس كيوان لؤي لالة لاله لامية لانا لبنى لبيب
  لجين لحبيب لحسن لخضر لزهر لسعد لطفي لطيف لطيفة لعرج لقمان لمنور لمياء لميس لمين لوناس لويزة ليان ليث ليلى ليلي ليليا
  ليندة مأمون مؤيد ماجد ماجدة ماريا مارية مازن ماسينيسا مالك مالكة ماهر مباركة مبروكة متعب مثنى مجدي مجيد محجوب محجوبة
  محرز محسن محفوظ محماد محمد محمدرضا محمدن محمدو محمدي محمود محيي مختار مخلوف مداني مدحت مديحة مراد مرام مرتضى مروان
  مروة مروى مريم مزمل مسعود مسعودة مسلم مشاري مصطفى مصعب مضر معاذ معتز معز معمر معن مفيد مقتدى مقداد مقران مكي مليكة
  ممدوح منال منانة منتصر منجي منجية منذر منصور منى منية منير منيرة مها مهاب مهدي مهدی مهرداد مهسا مهناز مهند مهني موحى
  موسى موضي مولاي مولود مونيا مونية ميادة ميرفت ميرنا ميس ميساء ميسون ميلود ميمون مينة مینا نائلة ناجي ناجية نادر
  ناديا نادية نادين نازنین ناصر نانسي ناهد نايف نبيل نبيلة نبيه نبيهة نجاة نجلاء نجوى نجيب نجيبة نجيم ندى نرمين نرگس
  نزار نزهة نسرين نسيم نسيمة نصرالدين نصيرة نضال نضيرة نعمان نعيم نعيمة نفيسة نهاد نهال نهى نهيلة نوارة نواف نوال نور
  نورا نورالدين نورة نورهان نورو نورية نوف نوفل نيفين نگار نیلوفر هاجر هادي هارون هاشم هالا هالة هاني هايدي هبة هدى
  هدير هشام همام همو هناء هند هندة هنية هومن هيام هيثم هيفاء هيكل هيوا وئام وائل وائلة وجدان وحيد وديع وردية وريدة
  وسام وسيم وصال وعد وفاء ولاء وليد وناس وناسة وهيبة يارا ياسر ياسمين ياسمينة ياسين ياقوتة يامنة يحيى يزة يزن يزيد
  يسرا يسرى يطو يعقوب يمنى يمينة يوسف يوغرطة يوغورتة يونس پرویز پریسا کامران کاوه کیان یاسمن`;

/** A line of two or three capitals may name a place too, and Arabic letters have none: what tells a person is the first name. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(`${LATIN} ${OTHERS}`.trim().split(/\s+/));
