namespace Gates.Formats.Foundation;

/// <summary>Something needed for a verdict could not be read or run; the message says what and how to mend it. Exit code 3.</summary>
internal class EvaluationException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <value>Whether a required input is absent, which `when-missing: skip` turns into a skipped gate.</value>
    public bool IsMissingInput { get; init; }
}
