// The words of the model by what they name, for the page of words. One that is missing here is among the other things.
export const KINDS = {
  animals: `
    alpaca, ankylosaurus, ant, arctic fox, armadillo, axolotl, bactrian camel, badger, bat, bear, beaver, bee,
    beetle, bird, bison, black bear, black panther, blowfish, bluebird, boar, bull, bulldog, butterfly, camel,
    canary, cat, caterpillar, centipede, chameleon, cheetah, chick, chicken, chimpanzee, chipmunk, clam,
    clownfish, cobra, cockatoo, corgi, cougar, cow, coyote, crab, crocodile, crow, dachshund, deer, dodo, dog,
    dolphin, donkey, dove, dragon, dragonfly, duck, eagle, elephant, emu, fish, flamingo, flying eagle, fox, frog,
    gazelle, giraffe, goat, goldfish, goose, gorilla, grasshopper, griffin, guinea pig, hammerhead shark, hamster,
    hare, hawk, hedgehog, hen, hermit crab, heron, hippopotamus, horse, hummingbird, husky, hydra, hyena, iguana,
    jellyfish, kangaroo, kingfisher, kitten, kiwi bird, koala, koi, ladybug, lamb, lemur, leopard, lion, lioness,
    lizard, llama, lobster, lynx, magpie, mammoth, manatee, meerkat, monkey, moose, mosquito, moth, mouse,
    narwhal, octopus, orangutan, orca, ostrich, otter, owl, ox, panda, parrot, peacock, pegasus, pelican, penguin,
    phoenix, pig, pigeon, platypus, plesiosaur, polar bear, pony, poodle, porcupine, praying mantis, pterodactyl,
    pufferfish, puffin, puppy, rabbit, raccoon, ram, rat, red panda, reindeer, rhinoceros, robin, rooster,
    sauropod, scorpion, sea turtle, sea urchin, seagull, seahorse, seal, shark, sheep, shrimp, siamese cat, skunk,
    sloth, snail, snake, snow leopard, sparrow, sperm whale, spider, spinosaurus, squid, squirrel, stag, starfish,
    stegosaurus, stingray, stork, swan, swordfish, t rex, tiger, toad, toucan, triceratops, tropical fish, turkey,
    turtle, unicorn, velociraptor, vulture, walrus, wasp, water buffalo, weasel, whale, white duck, wolf,
    woodpecker, worm, yak, zebra
  `,
  people: `
    alien, angel, astronaut, ballerina, boxer, boy, centaur, chef, clown, cowboy, cyclops, doctor, dwarf, elf,
    fairy, farmer, firefighter, gargoyle, ghost, girl, gnome, goblin, golem, king, knight, man, mannequin,
    mermaid, minotaur, monk, mummy, musketeer, ninja, nurse, ogre, orc, pharaoh, pirate, police officer, princess,
    queen, samurai, santa claus, scarecrow, sitting man, sitting woman, skeleton, snowman, soldier, space invader,
    space marine, superhero, troll, vampire, viking, werewolf, witch, wizard, woman, yeti, zombie
  `,
  plants: `
    acorn, aloe, apple tree, autumn tree, bamboo, beech, birch, blossom tree, bonsai tree, bouquet, bush, cactus,
    cattail, cherry blossom tree, christmas tree, clover, coconut tree, cypress, daffodil, daisy, dandelion, dead
    tree, fern, ficus, fir tree, flower box, hay bale, hedge, hibiscus, japanese maple, lavender, leafy plant,
    lily, lotus, lucky bamboo, maple leaf, oak tree, orange tree, orchid, palm, palm tree, peace lily, pine tree,
    pinecone, poppy, potted plant, rose, seedling, snowy fir tree, snowy pine, spider plant, succulent, sunflower,
    tree, tree stump, tulip, tulips, venus flytrap, wheat, willow, wreath, yucca
  `,
  food: `
    apple, apples, artichoke, asparagus, avocado, bacon, bagel, baguette, banana, bananas, beetroot, bell pepper,
    birthday cake, blueberries, bread, broccoli, bubble tea, burrito, butter, cabbage, cake, candy, candy cane,
    carrot, cauliflower, celery, cheese, cheesecake, cherries, chestnut, chili pepper, chocolate bar, coconut,
    cookie, corn, croissant, cucumber, cupcake, custard, doughnut, dragon fruit, drumstick, dumpling, egg,
    eggplant, fig, fortune cookie, french fries, fried egg, garlic, ginger, gingerbread man, grapefruit, grapes,
    ham, hamburger, hot dog, ice cream, jelly, juice box, kebab, kiwi, leek, lemon, lettuce, lime, lollipop,
    macaron, mango, melon, milk carton, milkshake, muffin, mushroom, olive, onion, pancakes, papaya, pea pod,
    peach, peanut, pear, pie, pineapple, pizza, plum, pomegranate, popcorn, potato, pretzel, pumpkin, radish,
    ramen, raspberry, rice ball, roasted chicken, salad, sandwich, sausage, slice of cake, slice of pizza, slice
    of watermelon, soda can, soup, spaghetti, spring roll, steak, strawberry, sushi, sweet potato, taco,
    tangerine, tomato, turnip, waffle, walnut, watermelon, zucchini
  `,
  vehicles: `
    aircraft carrier, airliner, ambulance, beetle car, bicycle, biplane, bulldozer, bus, canoe, car, cargo ship,
    carriage, chariot, convertible, covered wagon, cruise ship, delivery van, drone, dump truck, fighter jet, fire
    truck, forklift, glider, go kart, golf cart, gondola, hang glider, hatchback, helicopter, hot air balloon,
    hovercraft, jeep, jet ski, jetpack, kayak, kick scooter, life buoy, limousine, lunar lander, mars rover,
    monster truck, motor scooter, motorcycle, parachute, pickup truck, pirate ship, police car, racing car, raft,
    rickshaw, rocket, rowboat, saddle, sailboat, satellite, school bus, seaplane, semi trailer, semi truck, ship,
    shipping container, sled, sleigh, smart car, snowplow, space shuttle, space station, spaceship, sports car,
    steam locomotive, steamroller, stroller, submarine, supercar, suv, tank, taxi, tractor, tram, tricycle, truck,
    tugboat, ufo, van, viking ship, wheelchair, yacht, zeppelin
  `,
  buildings: `
    barber pole, barn, big ben, birdhouse, bridge, bus stop, carousel, castle, cathedral, chimney, church, circus
    tent, colosseum, column, cooling tower, cottage, diving board, dog house, eiffel tower, electricity pylon,
    elevator, escalator, exit sign, factory, fence, ferris wheel, fire hydrant, fountain, garden shed, gas pump,
    gate, gazebo, gingerbread house, gravestone, greenhouse, hobbit hole, hospital, house, hut, igloo, japanese
    castle, lamppost, leaning tower of pisa, lighthouse, log cabin, market stall, moai, mosque, mushroom house,
    obelisk, oil rig, pagoda, palace, portcullis, pyramid, roller coaster, sandcastle, school, siege tower,
    signpost, silo, skyscraper, sphinx, spiral staircase, statue, statue of liberty, stone arch, stone wall,
    stonehenge, stop sign, street sign, swimming pool, taj mahal, telephone booth, temple, tent, tipi, torii,
    totem pole, tower, traffic light, train station, tree house, triumphal arch, watchtower, water tower, well,
    wind turbine, windmill, yurt
  `,
  furniture: `
    air mattress, armchair, bar stool, bean bag, bed, bench, bistro chair, blanket, bookcase, bunk bed, cafe
    chair, candle, carpet, ceiling lamp, chair, chandelier, changing table, chest, chesterfield sofa, coffee
    table, corner sofa, cradle, crib, cuckoo clock, cupboard, curtain, day bed, deck chair, desk, desk lamp, door,
    doormat, double door, drawer cabinet, dresser, dressing table, filing cabinet, fireplace, flashlight, floor
    lamp, folding chair, folding screen, garage door, hammock, hanging lantern, high chair, hospital bed, iron
    bed, jack o lantern, japanese lantern, kitchen cabinet, kitchen island, lamp, lantern, lava lamp, light bulb,
    locker, loft bed, lounge chair, mattress, mirror, nightstand, office chair, pendant lamp, picture frame,
    pillow, rattan chair, round table, school chair, shelves, shelving unit, sleeping bag, sofa, step stool, stone
    lantern, stool, sun lounger, table, table lamp, tablecloth, throne, torch, towel rack, trestle table, tv
    stand, vanity, wall clock, wall lamp, wardrobe, whiteboard, window, workbench
  `,
  home: `
    air conditioner, amphora, aquarium, ashtray, baby bottle, ball of yarn, barrel, basket, bathroom scale,
    bathtub, beaker, beer bottle, beer mug, bidet, birdcage, blender, bowl, bread box, broom, bucket, candle
    holder, candlestick, cardboard box, cauldron, ceiling fan, chopsticks, cigar, cleaver, coat hanger, cocktail
    glass, coffee cup, coffee machine, coffee maker, coffin, colander, comb, cooking pot, cooktop, cooler,
    corkscrew, crate, cutting board, deep fryer, doorknob, dreamcatcher, drinking glass, dryer, dumpster, dustpan,
    espresso machine, fan, faucet, flask, folded umbrella, fork, freezer, french press, fruit bowl, frying pan,
    gift box, goblet, grater, hair dryer, hairbrush, honey pot, hot tub, iron, ironing board, jam jar, jerrycan,
    jug, juicer, ketchup bottle, kettle, kitchen knife, kitchen scale, kitchen sink, knife block, knife rack,
    ladle, laundry basket, lighter, lipstick, lunch box, mailbox, match, measuring cup, medicine bottle, medicine
    box, microwave, moka pot, money bag, mop, mortar and pestle, mousetrap, mug, oil cruet, open box, oven,
    pallet, paper towel roll, pedal bin, pepper shaker, perfume bottle, piggy bank, pizza cutter, place setting,
    plastic bottle, plastic cup, plate, plunger, pot, potion, potty, power outlet, radiator, range hood, razor,
    recycling bin, refrigerator, ribbon, rice cooker, rolling pin, safe, salt shaker, sandwich maker, sewing
    machine, shopping cart, shower, snow globe, soap, soap dispenser, soda cup, spatula, spice rack, sponge, spool
    of thread, spoon, spray bottle, stand mixer, sugar bowl, teacup, teapot, thermos, tin can, toaster, toaster
    oven, toilet, toilet brush, toilet paper, toothbrush, toothpaste, towel, trash can, tray, treasure chest,
    umbrella, urinal, urn, vacuum cleaner, vase, vase of flowers, washbasin, washing machine, water cooler, water
    heater, watering can, whisk, wine bottle, wine glass, wok, wood stove
  `,
  clothing: `
    apron, backpack, belt, beret, boot, bow tie, bracelet, breastplate, briefcase, cap, cowboy hat, crown, dress,
    dress shoes, eyeglasses, flip flops, football helmet, gas mask, gauntlet, glove, graduation cap, handbag, hat,
    helmet, high heels, hoodie, jeans, kimono, knight helmet, mask, medal, necklace, party hat, pirate hat, rain
    boots, ring, sandal, scarf, shorts, skirt, slippers, sneakers, socks, sombrero, suit jacket, suitcase,
    sunglasses, sweater, t shirt, tiara, tie, top hat, trunk, vest, watch, wizard hat
  `,
  tools: `
    ammo box, anchor, angle grinder, anvil, arrow, axe, ballista, battering ram, binoculars, bolt, bolt cutters,
    bomb, boomerang, bow, cannon, cannonball stack, catapult, chain, chainsaw, chisel, clipboard, compass, crayon,
    crossbow, dagger, drill, dynamite, easel, eraser, fire extinguisher, flail, gear, generator, grenade, halberd,
    hammer, hand plane, hoe, hook, horseshoe, hose reel, jackhammer, katana, key, ladder, lawn mower, lightsaber,
    mace, machine gun, magnet, magnifying glass, marker pen, nail, nunchucks, nut, oil drum, padlock, paint can,
    paint roller, paintbrush, palette, paper clip, pen, pencil, pencil holder, pencil sharpener, pickaxe, pipe,
    pistol, pitchfork, pliers, pulley, push pin, quiver, rake, rapier, ray gun, rifle, rope, ruler, saw, scepter,
    scimitar, scissors, screw, screwdriver, scythe, shield, shotgun, shovel, sickle, spear, spring, stapler,
    stepladder, sword, tape, tape measure, telescope, throwing star, toolbox, torpedo, traffic cone, trebuchet,
    trident, war hammer, wheelbarrow, wizard staff, wrench
  `,
  play: `
    accordion, american football, arcade machine, archery target, baby doll, bagpipes, balloon, banjo, barbell,
    baseball, baseball bat, baseball glove, basketball, basketball hoop, bell, billiard ball, bowling ball,
    bowling pin, boxing glove, cello, chess bishop, chess king, chess knight, chess pawn, chess queen, chess rook,
    chessboard, clarinet, crystal ball, curling stone, cymbals, dartboard, dice, disco ball, djembe, doll house,
    domino, drum, drum kit, dumbbell, electric guitar, exercise bike, flute, foosball table, french horn, frisbee,
    game console, game controller, golf ball, golf club, gong, grand piano, guitar, gym machine, harmonica, harp,
    hockey stick, ice skate, jack in the box, kettlebell, kite, lego brick, lute, lyre, magic wand, mandolin,
    maracas, metronome, music box, nesting doll, paddling pool, piano keyboard, pinata, pinball machine, ping pong
    paddle, ping pong table, playground, playground slide, pool table, punching bag, puzzle piece, rocking horse,
    roller skate, roulette wheel, rubber duck, rubik's cube, sandbox, saxophone, seesaw, shuttlecock, skateboard,
    skis, slot machine, snowboard, soccer ball, spinning top, spring rider, surfboard, swing set, tambourine,
    teddy bear, tennis ball, tennis racket, toy blocks, toy car, toy robot, toy train, trampoline, treadmill,
    triangle, trombone, trophy, trumpet, tuba, ukulele, upright piano, violin, volleyball, weight bench, whistle,
    xylophone, yo yo
  `,
  devices: `
    abacus, alarm clock, amplifier, atm, battery, boombox, calculator, camcorder, camera, cash register, cassette,
    cement mixer, circuit board, clapperboard, clock, compact disc, computer, computer mouse, construction crane,
    cordless phone, dome camera, dvd player, excavator, film reel, floppy disk, globe, gramophone, headphones,
    hourglass, jukebox, keyboard, keypad, laptop, light switch, megaphone, microphone, microscope, monitor,
    notebook, parking meter, plug, printer, projector, radio, record player, reflex camera, remote control, robot,
    robot arm, robot dog, router, satellite dish, security camera, sextant, smartphone, smartwatch, solar panel,
    speaker, stereo, stethoscope, sundial, syringe, tablet, telephone, television, test tube, thermometer, tripod,
    typewriter, usb stick, vending machine, vinyl record, vr headset, walkie talkie, weather vane, wheel
  `,
  nature: `
    asteroid, atom, beehive, bird nest, bone, boulder, brain, campfire, cloud, cone, coral, crescent moon, crystal
    cluster, cube, cylinder, dna, dodecahedron, droplet, feather, fire, gem, geode, heart, hemisphere, hexagonal
    prism, iceberg, icosahedron, island, lightning bolt, logs, moon, mountain, octahedron, planet, poop, prism,
    rainbow, rock, sea shell, skull, snowflake, sphere, star, sun, tetrahedron, tooth, torus, volcano, waterfall
  `,
};

const kinds = new Map(Object.entries(KINDS).flatMap(([kind, words]) => words.split(",").map((word) => [word.trim().replace(/\s+/g, " "), kind])));

export const OTHER = "other";

/** What kind of thing a word names: a key of KINDS, or OTHER. */
export const kindOfWord = (word) => kinds.get(word) || OTHER;

/** [[kind, words]] in the order of KINDS, the other things last; kinds without words are left out. */
export function byKind(words) {
  const groups = new Map([...Object.keys(KINDS), OTHER].map((kind) => [kind, []]));
  for (const word of words) groups.get(kindOfWord(word.name)).push(word);
  return [...groups].filter(([, found]) => found.length);
}
