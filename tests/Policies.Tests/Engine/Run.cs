using System.Text.Json;
using Gates.Policies;
using Gates.Policies.Engine;
using Shouldly;

namespace Policies.Tests.Engine;

/// <summary>Judges in one line.</summary>
internal static class Run
{
    public static PolicyLimits Limits { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    public static Judgement Script(string text, string facts = "{}", string settings = "{}", PolicyLimits? limits = null)
    {
        using var evidence = JsonDocument.Parse(facts, new JsonDocumentOptions { MaxDepth = 500 });
        using var options = JsonDocument.Parse(settings);
        return PolicyScript.Load(new PolicySource("test.js", text))
            .Judge(new Evidence("test/v1", evidence.RootElement), options.RootElement, limits ?? Limits);
    }

    /// <summary>Runs statements inside <c>judge</c>, on the line of the function's head.</summary>
    public static Judgement Body(string body, string facts = "{}", string settings = "{}", PolicyLimits? limits = null) =>
        Script($"function judge(evidence, settings, report) {{ {body} }}", facts, settings, limits);

    /// <summary>The value of an expression, as JSON.</summary>
    public static string Value(string expression, string facts = "{}") =>
        Body($"report.log(String(JSON.stringify({expression})));", facts).Log.ShouldHaveSingleItem();

    public static PolicyException Fails(string script, PolicyLimits? limits = null, string facts = "{}", string settings = "{}") =>
        Should.Throw<PolicyException>(() => Script(script, facts, settings, limits));

    public static PolicyException BodyFails(string body, string facts = "{}", PolicyLimits? limits = null) =>
        Should.Throw<PolicyException>(() => Body(body, facts, limits: limits));
}
