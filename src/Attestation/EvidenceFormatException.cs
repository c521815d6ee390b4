using Gates.Formats.Foundation;

namespace Gates.Attestation;

/// <summary>
/// Evidence that is not what its format allows; the message names the file and the place. Where evidence is verified this is a failure, not a reason to stop
/// reading.
/// </summary>
internal sealed class EvidenceFormatException(string message, Exception? inner = null) : EvaluationException(message, inner);
