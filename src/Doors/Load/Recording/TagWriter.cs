using System.Globalization;
using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Recording;

/// <summary>The tags of samples. Nothing that changes from one iteration to the next is among them, and no value of a variable.</summary>
internal static class TagWriter
{
    public static Dictionary<string, string> Request(LoadPlan plan, in RequestSample sample)
    {
        var tags = Common(plan, sample.Scenario);
        Put(tags, sample.Step.Tags);
        tags["group"] = LoadTags.Group(sample.Step.Group);
        tags["name"] = sample.Step.Name;
        tags["method"] = sample.Step.Method;
        tags["url"] = sample.Step.Url.Shown;
        tags["status"] = sample.Status.ToString(CultureInfo.InvariantCulture);
        tags["proto"] = sample.Protocol;
        tags["expected_response"] = sample.IsExpected ? "true" : "false";
        if (sample.ErrorCode != 0)
        {
            tags["error_code"] = sample.ErrorCode.ToString(CultureInfo.InvariantCulture);
        }

        return tags;
    }

    public static Dictionary<string, string> Other(LoadPlan plan, LoadScenario scenario, string group, string check)
    {
        var tags = Common(plan, scenario);
        tags["group"] = LoadTags.Group(group);
        tags["check"] = check;
        return tags;
    }

    private static Dictionary<string, string> Common(LoadPlan plan, LoadScenario scenario)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        Put(tags, plan.Tags);
        Put(tags, scenario.Tags);
        tags["scenario"] = scenario.Name;
        return tags;
    }

    private static void Put(Dictionary<string, string> tags, IReadOnlyList<KeyValuePair<string, string>> more)
    {
        foreach (var (key, value) in more)
        {
            tags[key] = value;
        }
    }
}
