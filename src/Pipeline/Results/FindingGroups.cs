using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>Puts findings together that a reader would call one; none is lost, and their order stays.</summary>
internal static class FindingGroups
{
    /// <value>Kinds of one rule's messages that are told apart at a time; a policy whose messages have nothing in common costs no more.</value>
    private const int MaxKinds = 8;

    /// <summary>What a reader is told of one gate, the ones to read first first: without what another gate says.</summary>
    public static IReadOnlyList<FindingGroup> Of(GateResult gate) =>
        Of(FindingOrder.Of(gate).Where(found => found.SaidBy is null).Select(found => new ReportedFinding(gate, found)));

    /// <summary>What a reader is told of a run: of each gate that matters, new findings that no other gate says.</summary>
    public static IEnumerable<ReportedFinding> Told(RunReport report) => FindingOrder.All(report)
        .Where(reported => reported.Finding is { State: FindingState.New, SaidBy: null } && reported.Gate.Mode != GateMode.Audit);

    /// <summary>The groups of findings that stand in their order.</summary>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<ReportedFinding> findings)
    {
        var gates = new Dictionary<GateResult, Dictionary<GroupKey, List<Kind>>>((IEqualityComparer<GateResult>)ReferenceEqualityComparer.Instance);
        var all = new List<Kind>();
        foreach (var reported in findings)
        {
            if (!gates.TryGetValue(reported.Gate, out var kinds))
            {
                kinds = gates[reported.Gate] = [];
            }

            var key = GroupKey.Of(reported);
            if (!kinds.TryGetValue(key, out var known))
            {
                known = kinds[key] = [];
            }

            var words = MessageWords.Of(reported.Finding.Finding.Message);
            var kind = known.TakeLast(MaxKinds).FirstOrDefault(one => one.Words.IsLike(words));
            if (kind is null)
            {
                kind = new Kind(reported.Gate, words, []);
                known.Add(kind);
                all.Add(kind);
            }

            kind.Members.Add((reported.Finding, words));
        }

        return [.. all.Select(kind => kind.ToGroup())];
    }

    /// <summary>What findings of one group have in common beside their sentence.</summary>
    private readonly record struct GroupKey(string Rule, Severity Severity, FindingState State, bool IsBlocking, string? Help, Waiver? Waiver, bool IsCount)
    {
        public static GroupKey Of(ReportedFinding reported)
        {
            var (found, finding) = (reported.Finding, reported.Finding.Finding);
            return new(
                finding.Rule,
                finding.Severity,
                found.State,
                reported.IsBlocking,
                finding.Help,
                found.Waiver,
                finding.Count > 1);
        }
    }

    private sealed record Kind(GateResult Gate, MessageWords Words, List<(GateFinding Found, MessageWords Words)> Members)
    {
        public FindingGroup ToGroup()
        {
            var common = Members.Skip(1).Aggregate(Words, (common, member) => common.InCommonWith(member.Words));
            return new(Gate, [.. Members.Select(member => new GroupedFinding(member.Found, member.Words.Without(common, member.Found.Finding.Location)))]);
        }
    }
}
