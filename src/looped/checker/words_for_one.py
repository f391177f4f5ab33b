"""Words for one thing, as `one_sense.py` reads them: between bars the words of which one may take up another."""

# First the name that is told, behind it the names by which it may be taken up: another word for it, or its kind.
NAMES_OF_ONE = """
staff employees employee workers workforce personnel colleagues team | nurses staff employees team
doctors physicians clinicians consultants staff | carers caregivers carer staff workers | workers practitioners
officers staff employees officials | infants babies newborns neonates births | children youngsters kids boys girls
pupils students children learners roll scholars | trainees learners students apprentices
parents mothers fathers guardians carers families | mothers women births deliveries mums
patients people cases admissions | residents people
tenancies homes flats properties households addresses dwellings | tenants residents householders tenancies
customers clients users shoppers consumers buyers | clients people cases users
households homes dwellings addresses houses families properties householders
homes houses dwellings properties tenancies flats households addresses lettings premises
flats apartments homes tenancies dwellings properties | buildings premises blocks properties sites structures
services homes settings providers premises locations | providers services settings organisations
nurseries settings providers | schools academies settings | shops stores outlets premises businesses retailers
restaurants cafes takeaways premises kitchens eateries outlets | premises businesses properties shops sites outlets
firms companies businesses enterprises employers contractors suppliers traders | suppliers vendors firms companies
contractors firms companies | charities organisations groups bodies | councils authorities boroughs
authorities councils bodies | departments directorates teams services | wards units
hospitals trusts sites units centres | clinics centres surgeries practices sites | practices surgeries
centres sites clinics | libraries branches sites | depots sites yards
vehicles cars vans lorries trucks fleet buses | buses coaches vehicles | bicycles bikes cycles
trips journeys runs rides | routes services lines | invoices payments bills | payments transactions invoices sums
transactions payments entries postings | purchases orders transactions items buys | orders purchases items
grants awards payments | loans advances debts issues borrowings | debts debtors accounts
claims applications requests forms | applications bids requests claims | applicants candidates people
referrals calls patients cases | requests enquiries queries applications | queries enquiries questions calls
files records folders dossiers | records files notes charts cases | notes records charts files
charts records files notes | cases files | timesheets sheets claims | forms questionnaires returns sheets proformas
questionnaires forms replies returns responses surveys
replies responses answers returns questionnaires forms respondents | responses replies answers respondents returns
respondents people participants answerers | letters invitations mailings replies | emails messages
messages emails calls texts | complaints grievances concerns | incidents accidents events occurrences
accidents incidents injuries | falls incidents accidents tumbles | injuries accidents wounds | deaths fatalities
infections cases episodes | ulcers sores wounds | errors mistakes faults slips discrepancies
discrepancies differences errors | duplicates payments invoices | faults defects failures problems
defects faults problems snags | holes potholes defects | repairs jobs works | jobs repairs works
breaches failures infringements lapses | thefts burglaries crimes offences | crimes offences
meetings sessions sittings | times meetings sessions visits | sessions meetings classes workshops | groups sessions
workshops events sessions | visits inspections calls trips | inspections visits checks | checks tests inspections
audits reviews checks | appointments visits slots bookings | attendances visits | consultations appointments visits
admissions stays patients | calls contacts telephone phone phoned rang
interviews conversations talks discussions interviewees | conversations interviews talks discussions
talks conversations interviews | observations sightings readings
tests samples checks assays | samples specimens tests swabs | specimens samples | biopsies samples specimens
scans images examinations imaging | images scans films pictures | x-rays films images
operations procedures surgeries | procedures operations | knees joints | hips joints
joints knees hips replacements | implants devices replacements | prescriptions scripts items
medicines drugs medications | drugs medicines medications | doses injections jabs
posts vacancies jobs positions roles | vacancies posts jobs | positions posts roles jobs | allotments plots
plots sites allotments gardens | gardens plots | playgrounds areas sites parks | parks spaces sites grounds
fields sites grounds plots | trees plants saplings | streets roads | roads streets carriageways
bridges structures crossings spans | lamps lights columns | lights lamps columns | bins containers
boilers appliances heaters systems | lifts elevators | alarms detectors | detectors alarms | locks doors
machines devices items appliances | devices machines items appliances | computers machines laptops devices pcs
laptops computers machines devices | phones handsets devices | bikes bicycles | pumps devices machines | beds places
places beds spaces | seats places | risks issues threats | issues matters points concerns problems
findings points issues observations | weaknesses failings issues shortcomings gaps
requirements actions conditions demands | recommendations actions proposals points
actions recommendations steps tasks measures | targets goals objectives | goals targets objectives aims
objectives goals aims targets | standards criteria measures | criteria standards | indicators measures
measures indicators actions | questions items queries | items entries lines things | lines items entries
statements items | books volumes titles works | animals beasts creatures | dogs animals pets | cats animals pets
cows cattle animals beasts | sheep animals ewes | horses animals | hives colonies | contracts agreements deals
agreements contracts | leases agreements tenancies | policies documents | documents papers policies
papers articles studies reports | studies trials papers articles | trials studies | reports papers documents
plans documents | councillors members | members people | trustees directors governors members
governors members trustees | directors members | ballots votes papers | licences permits | permits licences
tickets notices fines penalties | notices tickets fines penalties | fines penalties tickets notices
warnings notices | lessons classes observations | classes lessons groups | teachers staff | assistants staff
volunteers helpers people participants | helpers volunteers
participants people volunteers subjects individuals entrants | subjects participants people volunteers
women participants patients mothers | men participants patients | adults people participants | walkers hikers people
runners finishers people | visitors people guests callers | guests visitors people | callers people customers
drivers motorists people | passengers travellers people | farmers growers people farms
growers farmers farms holdings | farms holdings farmers | gates stiles | paths walks footpaths tracks
parcels packages items | products goods items | assets items | stocks items | pallets loads
concerts shows performances events | performances shows events | courses classes programmes | modules courses units
days dates | rooms spaces | bedrooms rooms | toilets lavatories facilities conveniences | kitchens premises
pools baths | boats vessels craft ships | ships vessels boats | aircraft planes | trains services
ewes sheep animals | lambs sheep animals | hens birds animals chickens | chickens birds hens | birds animals
calves animals cattle | pigs animals | pets animals | paintings works pictures canvases | pictures works paintings
prints works pictures | maps works sheets | sculptures works pieces | photographs pictures images | boreholes wells
wells boreholes | hydrants points | cameras devices | radios devices sets | heaters appliances | ovens appliances
fridges appliances units | freezers appliances | ladders items | jabs doses injections vaccinations
vaccinations jabs doses | screenings tests checks | swabs tests samples | births deliveries babies mothers women
deliveries births | miscarriages losses | burglaries crimes offences | fires blazes incidents | blazes fires
collisions crashes accidents incidents | crashes collisions accidents incidents | spills incidents
misses incidents events | outages failures breaks cuts | leaks faults | cracks defects | journeys trips
flights trips | crossings trips | meals dinners lunches | lunches meals dinners | dinners meals | recipes dishes
dishes meals recipes | stalls pitches | pitches stalls plots | traders stallholders | stallholders traders
landlords owners letters | owners landlords | lessees tenants leaseholders | leaseholders owners | voters electors
electors voters | signatories signers people | signatures names | texts messages | posters notices | leaflets flyers
flyers leaflets | adverts advertisements | vignettes cases | scenarios cases | simulations exercises drills
drills exercises | exercises drills | stations stops | stops stations
"""
# What was done to things, or how they are: words that say the same again.
DONE_AGAIN = """
reply replied replies respond responded responses answer answered answers return returned returns back wrote
follow followed follow-up following
complete completed completes completion finishers finished finish finishing filled full ended end
receive received receives came come got arrived arrive in had taken took accepted
reach reached get got arrive arrived arrivals came come
invite invited invitation invitations approached approach asked ask offered offer contacted contact wrote written \
write letters letter reached reach sent send mailed posted emailed
draw drew drawn extract extracted sample sampled sampling select selected selection pick picked chose chosen \
choose random take took taken
test tested tests check checked checks examine examined review reviewed read reading inspect inspected inspection \
look looked looking study studied audit audited assess assessed see saw seen view viewed cover covered sample \
sampled observed observe watch watched tracked track followed follow traced visit visited entered
visit visited visits inspect inspected inspection saw seen entered
interview interviewed interviews interviewees spoke spoken speak talk talked met heard
speak spoke spoken talked talk interviewed met
enrol enrolled enroll recruited recruit recruitment randomised randomized joined join entered entry took \
participating included include analysed analysis treated allocated
join joined member members belong enrolled
live lived living lives reside residing resident residents stay staying home accommodated housed
employ employed employs employee employees work works working worked staff staffed runs run engaged
hold held holds holding own owned owns keep kept keeps have has had possess runs operates run operated
register registered registers roll list listed lists enrolled books book recorded record
lease leased leasing hire hired rent rented rental
vacant vacancy vacancies empty unfilled unoccupied void unlet voids
twice duplicate duplicated duplicates double doubled doubly | late overdue delayed delay delays slow belated
pay paid payment payments pays spent settle settled
make made makes making put did done do raised raise set issue issued lodged
issue issued issues served serve gave given sent
award awarded awards grant granted given gave paid get gets got receives received
raise raised made brought lodged received submitted submit | submit submitted lodged received entered sent handed
call called calls phone phoned telephone telephoned rang ring triaged
find found finds identified identify detected noted discovered spotted recorded reported report logged log
record recorded logged noted reported counted count | report reported notified recorded logged
happen happened occur occurred occurrence took | mend mended repair repaired repairs fix fixed filled
fill filled mended repaired | plant planted planting | build built building constructed
buy bought purchase purchased acquired acquire ordered | sell sold sale sales
lend lent loan loaned borrowed borrow | die died deaths death dead | close closed closing closure shut
open opened opening
attend attended attending attendance came present took visitors guests callers | attend attended went visited seen
meet met meeting meetings sat sitting held | hold held meeting meetings met
admit admitted admission admissions stayed | operate operated operation operations surgery undergone underwent had
scan scanned scans imaged imaging | vaccinate vaccinated jabbed immunised | refer referred referrals referral
decline declined refused refuse | discharge discharged left
leave left departed departure leavers | train trained training
pass passed met achieved | fail failed | support supported helped help assisted
deliver delivered delivery births born birth | choose chose chosen picked selected | publish published printed
appoint appointed hired recruited | unreconciled unmatched
start started starting begin began begun beginning commenced commencement | adopt adopted adoption approved agreed
publish published publication issued issue released release | visit visited inspected inspection came
close closed closing closure shut ended end | elect elected election elections polled
launch launched live brought opened opening start started began begun commenced went
force effect effective commenced began start started operation
agree agreed agreement decision decided decide approved approval resolved resolution voted vote
sign signed signature signing | unpaid outstanding owed owing | named name listed list | old older
copy copies copied reprint reprints reprinted print prints | use used users uses using
"""


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())
