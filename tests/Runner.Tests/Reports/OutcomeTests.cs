using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports;

public sealed class OutcomeTests
{
    [Fact]
    public void Next_WhatAPolicySaysToDo_StandsInsteadOfMendingAndRunningAgain()
    {
        var rollout = Samples.Rollout();
        var told = rollout.Results[0] with { Outputs = [new Output("decision", "rollback"), new Output("next", "put the old version back")] };

        Outcome.Next(rollout with { Results = [told] }).ShouldBe("canary-slo: put the old version back");
        Outcome.Next(rollout with { Results = [told, Samples.Gate("soak", "Soak test", Verdict.Failed)] })
            .ShouldBe("canary-slo: put the old version back; fix what blocks under soak, then run again");
        Outcome.Next(rollout with { Results = [told with { Verdict = Verdict.Passed }], Verdict = Verdict.Passed }).ShouldBeNull();
    }
}
