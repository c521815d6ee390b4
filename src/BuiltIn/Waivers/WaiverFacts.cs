using System.Text.Json.Serialization;

namespace Gates.BuiltIn.Waivers;

/// <summary>What the policy of the waivers gets; <c>types.d.ts</c> says what each member means.</summary>
internal sealed record WaiverFacts(string Path, string Today, IReadOnlyList<string> Gates, IReadOnlyList<WaiverFact> Waivers);

/// <summary>One waiver, and what the gates of the run found for it.</summary>
internal sealed record WaiverFact
{
    public required string Gate { get; init; }

    public required string? Rule { get; init; }

    public required string? Path { get; init; }

    public required string? Fingerprint { get; init; }

    public required string Reason { get; init; }

    public required string Owner { get; init; }

    public required string? Ticket { get; init; }

    public required string Added { get; init; }

    public required string Expires { get; init; }

    public required int Line { get; init; }

    public required bool Expired { get; init; }

    public required int DaysLeft { get; init; }

    public required bool GateIsKnown { get; init; }

    public required string? Suggestion { get; init; }

    public required bool SawEverything { get; init; }

    public required int Matches { get; init; }
}

/// <summary>How they are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WaiverFacts))]
internal sealed partial class WaiverFactsJson : JsonSerializerContext;
