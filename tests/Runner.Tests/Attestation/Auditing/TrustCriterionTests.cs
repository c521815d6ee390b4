using Gates.Attestation.Auditing;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Auditing;

public sealed class TrustCriterionTests
{
    private static readonly Dictionary<string, int> Gates = new(StringComparer.Ordinal) { ["dlp-scan"] = 3 };

    /// <summary>CC6 to CC9, A1, PI1, C1 and P1, each in our words and with what it leaves open.</summary>
    [Fact]
    public void Criteria_AreAllThereInOurWordsWithTheirGaps()
    {
        var criteria = TrustCriterion.For(Gates, isLogged: true);
        criteria.Select(one => one.Id.Split('.')[0]).Distinct().ShouldBe(["CC6", "CC7", "CC8", "CC9", "A1", "PI1", "C1", "P1"]);
        criteria.Select(one => one.Id).ShouldBeUnique();
        criteria.ShouldAllBe(one => one.Paraphrase.Length > 10 && one.Gap.Length > 10);
    }

    [Fact]
    public void Criterion_IsSupportedByTheGatesThatRan_AndElseNotCovered()
    {
        var criteria = TrustCriterion.For(Gates, isLogged: false).ToDictionary(one => one.Id, StringComparer.Ordinal);
        criteria["C1.1"].Support.ShouldBe(["dlp-scan (3 results)"]);
        criteria["CC6.8"].IsCovered.ShouldBeFalse();
        criteria["CC7.3"].IsCovered.ShouldBeFalse();
        criteria["PI1.5"].IsCovered.ShouldBeFalse("there is no log that holds");
    }
}
