using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.Facts;

/// <summary>Facts that are in no file: of the repository itself, or of the run. A new kind is one folder and one line in <see cref="FactsGate"/>.</summary>
internal interface IContextFacts
{
    /// <value>How many things the facts are of.</value>
    int Count { get; }

    /// <value>One of them, such as "gate".</value>
    string Unit { get; }

    /// <value>Who the people in it are, by role; see <see cref="Gates.Policies.Evidence.People"/>.</value>
    IReadOnlyDictionary<string, string> People => new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Writes one value.</summary>
    /// <exception cref="EvaluationException">This run cannot have such facts; the message says why.</exception>
    Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken);
}
