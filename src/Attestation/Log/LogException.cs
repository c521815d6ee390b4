using Gates.Formats.Foundation;

namespace Gates.Attestation.Log;

/// <summary>A log, a checkpoint or a proof does not hold; the message names the file, the entry or offset, and what would be right.</summary>
internal sealed class LogException(string fault, string message, Exception? inner = null) : EvaluationException(message, inner)
{
    /// <value>What kind of fault it is: one of <see cref="LogFault"/>.</value>
    public string Fault { get; } = fault;
}
