import classes from './HousePage.module.css';

/** A button of the toolbar whose word gives way where the line is short; it needs a label of its own. */
export const toolClasses = {
  root: classes.tool,
  label: classes.toolWord,
  section: classes.toolSign,
};
