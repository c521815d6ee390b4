using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>One file could not be scanned to its end; the others can.</summary>
internal sealed class UnscannedException(string message, UnseenReason reason, Exception? inner = null) : EvaluationException(message, inner)
{
    public UnseenReason Reason { get; } = reason;
}
