namespace Gates.Runner;

/// <summary>Something needed for a verdict could not be read or run; the message says what and how to mend it. Exit code 3.</summary>
internal sealed class EvaluationException(string message, Exception? inner = null) : Exception(message, inner);
