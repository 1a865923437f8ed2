// The word lists that styles are made of: garments with their sizes and price ranges, colours with their codes, and names.
// Codes end up in style numbers and SKUs; one colour code (BLUE) is longer than the others, as happens in life.

export interface Colour {
  readonly name: string;
  readonly code: string;
}

export interface Garment {
  /** Begins the style number: `DR-214`. */
  readonly code: string;
  readonly noun: string;
  readonly category: string;
  readonly qualifiers: readonly string[];
  /** The longest run of sizes; a style takes a stretch of it. */
  readonly sizes: readonly string[];
  readonly lengths?: readonly string[];
  readonly colours: readonly Colour[];
  /** Wholesale in whole dollars, lowest and highest. */
  readonly wholesale: readonly [number, number];
  /** May be sold as a product of its own, without a family. */
  readonly standsAlone?: boolean;
}

const alpha = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL'];
const dress = ['4', '6', '8', '10', '12', '14', '16', '18'];
const waist = ['24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34'];
const shoe = ['36', '37', '38', '39', '40', '41', '42'];
const oneSize = ['One Size'];
const headSizes = ['S/M', 'M/L'];

export const blue: Colour = { name: 'Blue', code: 'BLUE' };
export const navy: Colour = { name: 'Navy', code: 'NVY' };
export const white: Colour = { name: 'White', code: 'WHT' };

const colours: readonly Colour[] = [
  navy,
  white,
  { name: 'Black', code: 'BLK' },
  { name: 'Ecru', code: 'ECR' },
  { name: 'Olive', code: 'OLV' },
  { name: 'Rust', code: 'RST' },
  { name: 'Sand', code: 'SND' },
  { name: 'Sage', code: 'SGE' },
  { name: 'Charcoal', code: 'CHR' },
  { name: 'Dusty Pink', code: 'DPK' },
  { name: 'Washed Black', code: 'WBK' },
  { name: 'Terracotta', code: 'TER' },
  { name: 'Chambray', code: 'CHM' },
  { name: 'Cobalt', code: 'COB' },
  { name: 'Butter', code: 'BTR' },
  { name: 'Café', code: 'CAF' },
  { name: 'Ivory', code: 'IVR' },
  { name: 'Emerald', code: 'EMR' },
  { name: 'Lilac', code: 'LIL' },
  { name: 'Red Check', code: 'RCH' },
  { name: 'Blue/White Stripe', code: 'BWS' },
];
const washes: readonly Colour[] = [
  { name: 'Indigo', code: 'IND' },
  { name: 'Light Wash', code: 'LWS' },
  { name: 'Dark Wash', code: 'DWS' },
  { name: 'Washed Black', code: 'WBK' },
  { name: 'Ecru', code: 'ECR' },
  { name: 'Vintage Blue', code: 'VBL' },
];
const leathers: readonly Colour[] = [
  { name: 'Tan', code: 'TAN' },
  { name: 'Black', code: 'BLK' },
  { name: 'Chestnut', code: 'CHE' },
  { name: 'Bone', code: 'BON' },
  { name: 'Burgundy', code: 'BUR' },
  { name: 'Natural', code: 'NAT' },
];

export const shirt: Garment = {
  code: 'SH',
  noun: 'Shirt',
  category: 'Shirts',
  qualifiers: ['Oxford', 'Poplin', 'Linen', 'Camp', 'Relaxed', 'Pintuck', 'Silk', 'Stripe', 'Overshirt'],
  sizes: alpha,
  colours,
  wholesale: [48, 82],
};

export const garments: readonly Garment[] = [
  {
    code: 'DR',
    noun: 'Dress',
    category: 'Dresses',
    qualifiers: ['Slip', 'Wrap', 'Midi', 'Shirt', 'Tiered', 'Linen', 'Smock', 'Bias', 'Column', 'Maxi'],
    sizes: dress,
    colours,
    wholesale: [72, 148],
  },
  shirt,
  {
    code: 'TP',
    noun: 'Tee',
    category: 'Tops',
    qualifiers: ['Boxy', 'Ribbed', 'Slub', 'Long Sleeve', 'Cropped', 'Pocket', 'Breton', 'Heavyweight'],
    sizes: alpha,
    colours,
    wholesale: [22, 44],
  },
  {
    code: 'KN',
    noun: 'Knit',
    category: 'Knitwear',
    qualifiers: ['Merino', 'Cable', 'Mohair', 'Roll Neck', 'Waffle', 'Cotton', 'Cashmere', 'Vest'],
    sizes: alpha,
    colours,
    wholesale: [58, 128],
  },
  {
    code: 'PT',
    noun: 'Pant',
    category: 'Pants',
    qualifiers: ['Wide Leg', 'Tailored', 'Linen', 'Cropped', 'Pleat', 'Barrel', 'Cigarette', 'Drawstring'],
    sizes: dress,
    lengths: ['Regular', 'Long'],
    colours,
    wholesale: [62, 104],
  },
  {
    code: 'JN',
    noun: 'Jean',
    category: 'Denim',
    qualifiers: ['Straight', 'Slim', 'Barrel', 'Bootcut', 'Relaxed', 'High Rise', 'Flare', 'Carpenter'],
    sizes: waist,
    lengths: ['L30', 'L32'],
    colours: washes,
    wholesale: [68, 98],
  },
  {
    code: 'SK',
    noun: 'Skirt',
    category: 'Skirts',
    qualifiers: ['Pleated', 'Slip', 'Denim', 'Wrap', 'Mini', 'Gathered', 'Bias', 'Column'],
    sizes: dress,
    colours,
    wholesale: [54, 92],
  },
  {
    code: 'JK',
    noun: 'Jacket',
    category: 'Jackets',
    qualifiers: ['Chore', 'Linen', 'Quilted', 'Denim', 'Cropped', 'Bomber', 'Utility', 'Boucle'],
    sizes: alpha,
    colours,
    wholesale: [98, 176],
  },
  {
    code: 'CT',
    noun: 'Coat',
    category: 'Coats',
    qualifiers: ['Wool', 'Trench', 'Cocoon', 'Duster', 'Wrap', 'Raincoat', 'Double-Breasted'],
    sizes: alpha,
    colours,
    wholesale: [148, 268],
  },
  {
    code: 'SW',
    noun: 'Swimsuit',
    category: 'Swimwear',
    qualifiers: ['One Piece', 'Scoop', 'Belted', 'Ribbed', 'Halter', 'Square Neck', 'Ruched'],
    sizes: dress,
    colours,
    wholesale: [42, 78],
  },
  {
    code: 'FW',
    noun: 'Sandal',
    category: 'Footwear',
    qualifiers: ['Slide', 'Strappy', 'Fisherman', 'Platform', 'Espadrille', 'Cross', 'Buckle'],
    sizes: shoe,
    colours: leathers,
    wholesale: [64, 118],
  },
  {
    code: 'HT',
    noun: 'Hat',
    category: 'Hats',
    qualifiers: ['Raffia', 'Bucket', 'Wide Brim', 'Fisherman', 'Straw', 'Cotton'],
    sizes: headSizes,
    colours: leathers,
    wholesale: [24, 52],
    standsAlone: true,
  },
  {
    code: 'TB',
    noun: 'Tote',
    category: 'Bags',
    qualifiers: ['Canvas', 'Market', 'Woven', 'Leather', 'Weekend', 'Mini'],
    sizes: oneSize,
    colours: leathers,
    wholesale: [18, 96],
    standsAlone: true,
  },
  {
    code: 'SC',
    noun: 'Scarf',
    category: 'Scarves',
    qualifiers: ['Silk', 'Wool', 'Linen', 'Printed', 'Fringed', 'Bandana'],
    sizes: oneSize,
    colours,
    wholesale: [16, 58],
    standsAlone: true,
  },
];

/** First words of style names; each is joined to a garment's qualifier and noun. */
export const names: readonly string[] = [
  'Marlow Willa Bondi Harper Odette Juno Clover Sorrento Adele Tilda Margot Paloma Isadora Freya Noosa Byron',
  'Lorne Avalon Coco Esme Greta Hazel Ines Josephine Kit Lena Maeve Nola Opal Pearl Quinn Romy Saskia Thea Una',
  'Vera Winona Xanthe Yara Zadie Aster Birdie Celeste Daphne Elowen Fern Gilda Hattie Iris Jolie Kirra Luna',
  'Mabel Nell Olive Petra Rosalind Sable Tamsin Uma Viola Wren Agnes Beatrix Cleo Delphine Edie Fleur Goldie',
  'Honor Indie Jem Kaia Lotte Minna Nova Ottilie Posy',
].flatMap((line) => line.split(' '));
