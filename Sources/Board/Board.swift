/// The screen of one feed: `update` folds keys into the model, `render` draws; both are pure.
public enum Board {}
