export { default as action } from '../../resources/locales/en/action.json' with { type: 'json' };
export { default as app } from '../../resources/locales/en/app.json' with { type: 'json' };
export { default as bulk } from '../../resources/locales/en/bulk.json' with { type: 'json' };
export { default as cascade } from '../../resources/locales/en/cascade.json' with { type: 'json' };
export { default as cell } from '../../resources/locales/en/cell.json' with { type: 'json' };
export { default as csf } from '../../resources/locales/en/csf.json' with { type: 'json' };
export { default as csi } from '../../resources/locales/en/csi.json' with { type: 'json' };
export { default as customer } from '../../resources/locales/en/customer.json' with {
  type: 'json',
};
export { default as duplicate } from '../../resources/locales/en/duplicate.json' with {
  type: 'json',
};
export { default as export } from '../../resources/locales/en/export.json' with { type: 'json' };
export { default as handling } from '../../resources/locales/en/handling.json' with {
  type: 'json',
};
export { default as house } from '../../resources/locales/en/house.json' with { type: 'json' };
export { default as houseFile } from '../../resources/locales/en/houseFile.json' with {
  type: 'json',
};
export { default as import } from '../../resources/locales/en/import.json' with { type: 'json' };
export { default as jobs } from '../../resources/locales/en/jobs.json' with { type: 'json' };
export { default as judgement } from '../../resources/locales/en/judgement.json' with {
  type: 'json',
};
export { default as kano } from '../../resources/locales/en/kano.json' with { type: 'json' };
export { default as menu } from '../../resources/locales/en/menu.json' with { type: 'json' };
export { default as privacy } from '../../resources/locales/en/privacy.json' with { type: 'json' };
export { default as requirement } from '../../resources/locales/en/requirement.json' with {
  type: 'json',
};
export { default as round } from '../../resources/locales/en/round.json' with { type: 'json' };
export { default as survey } from '../../resources/locales/en/survey.json' with { type: 'json' };
export { default as view } from '../../resources/locales/en/view.json' with { type: 'json' };
export { default as voc } from '../../resources/locales/en/voc.json' with { type: 'json' };
export { default as voting } from '../../resources/locales/en/voting.json' with { type: 'json' };
export { default as workshop } from '../../resources/locales/en/workshop.json' with {
  type: 'json',
};
export { default as workspace } from '../../resources/locales/en/workspace.json' with {
  type: 'json',
};
