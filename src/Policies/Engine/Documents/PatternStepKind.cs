namespace Gates.Policies.Engine.Documents;

internal enum PatternStepKind
{
    Key,
    Item,
    AnyItem,

    /// <summary><c>*</c>: any one step, into a map or a sequence.</summary>
    Any,

    /// <summary><c>**</c>: any number of steps, also none.</summary>
    Deep,
}
