// The fields of model/record.hpp, put before those of a kind. Included by the kinds' tables only.
#pragma once

#include <iterator>
#include <utility>

#include "model/field_types.hpp"
#include "model/record.hpp"

namespace gongshi {

template <class R>
std::vector<Field> record_fields(std::vector<Field> own) {
  // clang-format off
  std::vector<Field> all = {
      field<&R::title, R>("title", "标题", shown, required, {"一行标题", "title, one line"}),
      field<&R::scope, R>("scope", "公开范围", shown, {"公开到哪个范围；不写就是内部", "widest audience; internal if absent"}),
      field<&R::source, R>("source", "来源", shown, {"事实出自哪份文件的哪一处", "document and place the facts come from"}),
      field<&R::not_stated, R>("not_stated", "文件未载明", shown, {"来源没有说明的字段", "fields on which the source is silent"}),
      field<&R::by_editor, R>("by_editor", "编者判读", shown, {"由编者判读、并非来源原有的字段", "fields whose value is the editor's reading"}),
      field<&R::withdrawn, R>("withdrawn", "撤回", shown, {"撤回的日期、种类、理由", "when, how and why it was taken back"}),
      field<&R::waivers, R>("waivers", "豁免", shown, {"保留的检查发现及理由", "findings let stand, with their reason"}),
      field<&R::internal_note, R>("internal_note", "内部备注", internal, {"只供内部看的备注", "note for the office alone"}),
  };
  all.insert(all.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  all.push_back(derived<std::string>("url", "网址", {"记录页面在站内的路径", "path of the record's page within the site"}));
  all.push_back(derived<std::string>("sha256", "校验值", {"记录规范 JSON 的 SHA-256", "SHA-256 of the record's canonical JSON"}));
  // clang-format on
  return all;
}

}  // namespace gongshi
