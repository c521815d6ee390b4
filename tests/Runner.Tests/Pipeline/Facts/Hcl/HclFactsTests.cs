using Gates.Formats.Documents;
using Gates.Pipeline.Facts.Hcl;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Hcl;

public sealed class HclFactsTests
{
    private const string Terraform = """
        resource "aws_s3_bucket" "logs" {
          acl   = "private"
          count = 3
          rule { days = 1.5 }
          rule { days = 2 }
        }
        resource "aws_s3_bucket" "data" { acl = var.acl }
        locals { public = true }
        """;

    [Fact]
    public void Blocks_AreMapsByNameAndLabels_AndNoneIsLost()
    {
        var root = HclFacts.Parse(Terraform, "main.tf");
        var buckets = root.Get("resource")!.Get("aws_s3_bucket")!;

        buckets.Entries.Select(entry => (entry.Key, entry.Line)).ShouldBe([("logs", 1), ("data", 7)]);
        buckets.Get("logs")!.All("rule").Select(rule => rule.Get("days")!.Value).ShouldBe([1.5, 2L]);
        buckets.Get("logs")!.Get("count")!.Value.ShouldBe(3L);
        buckets.Get("data")!.Get("acl")!.Text.ShouldBe("${var.acl}");
        root.Get("locals")!.Get("public")!.Value.ShouldBe(true);
    }

    [Fact]
    public void Values_KnowLineAndColumn()
    {
        var acl = HclFacts.Parse(Terraform, "main.tf").Get("resource")!.Get("aws_s3_bucket")!.Get("logs")!.Entries[0];

        (acl.Line, acl.Column, acl.Node.Line, acl.Node.Column).ShouldBe((2, 3, 2, 11));
    }

    [Theory]
    [InlineData("a = 1\na = 2", "main.tf:2:1: the attribute \"a\" stands twice")]
    [InlineData("a {\n", "main.tf:2:1: a '}' is missing")]
    [InlineData("a = \"x\n", "main.tf:1:1: a text has no quote that ends it")]
    [InlineData("a = { b = 1\n b = 2 }", "main.tf:2:1: the key \"b\" stands twice")]
    public void WhatIsMalformed_HasAPlace(string text, string message) =>
        Should.Throw<DocumentException>(() => HclFacts.Parse(text, "main.tf")).Message.ShouldBe(message);
}
