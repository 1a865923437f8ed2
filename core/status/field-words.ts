// The fields of a style in words, and their texts short enough to stand in a table.

export const fieldWords: Readonly<Record<string, string>> = {
  number: 'Style number',
  name: 'Name',
  description: 'Description',
  orderMinimum: 'Order minimum',
  materials: 'Materials',
  fabrication: 'Fabrication',
  silhouette: 'Silhouette',
  countryOfOrigin: 'Country of origin',
  division: 'Division',
  measurements: 'Measurements',
};

/** At most 80 characters of a text. */
export const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
