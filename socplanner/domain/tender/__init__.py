"""Tender packs and bids: what a vendor may see of a plan, and the bids of vendors side by side.

`pack_of` makes the content of a pack from `vendor_view`, the plan without what is not for vendors;
`comparison_of` compares the returned bids.
"""
